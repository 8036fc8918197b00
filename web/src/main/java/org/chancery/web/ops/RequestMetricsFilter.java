package org.chancery.web.ops;

import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Times every request. Labels are few and fixed, so that no visitor can make them grow. */
public class RequestMetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Histogram SECONDS = Histogram.builder()
            .name("chancery_http_request_seconds")
            .help("Time to answer a request")
            .labelNames("area", "status")
            .classicOnly()
            .classicUpperBounds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
            .register();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
            SECONDS.labelValues(areaOf(request.getRequestURI()), response.getStatus() / 100 + "xx")
                    .observe(seconds);
        }
    }

    private static String areaOf(String path) {
        if (path.startsWith("/api/v1/instances")) {
            return "license";
        }
        if (path.startsWith("/api/")) {
            return "api";
        }
        return path.startsWith("/console") ? "console" : "portal";
    }
}
