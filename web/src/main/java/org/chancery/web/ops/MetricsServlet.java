package org.chancery.web.ops;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.service.job.JobService;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.CommonClock;

/**
 * {@code /metrics} in Prometheus' text format, for whoever shows the configured token; without one, only for a loopback
 * peer whose request came through no proxy. Everybody else sees nothing there.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    // As the server writes them. Compared, not looked up: behind a proxy the address may be any name a caller sent.
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|0:0:0:0:0:0:0:1|::1");
    private static final String BEARER = "Bearer ";

    @Inject
    private transient ChanceryConfig config;

    @Inject
    private transient CommonClock clock;

    @Inject
    private transient JobService jobs;

    @Override
    public void init() {
        JvmMetrics.builder().register();
        GaugeWithCallback.builder()
                .name("chancery_clock_correction_seconds")
                .help("By how much the clock of this machine is corrected to agree with the other nodes")
                .callback(gauge -> gauge.call(clock.correction().toMillis() / 1000.0))
                .register();
        PrometheusRegistry.defaultRegistry.register(new JobMetrics(jobs));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mayRead(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PrometheusTextFormatWriter writer = new PrometheusTextFormatWriter(true);
        response.setContentType(writer.getContentType());
        writer.write(response.getOutputStream(), PrometheusRegistry.defaultRegistry.scrape());
    }

    private boolean mayRead(HttpServletRequest request) {
        String token = config.metricsToken();
        if (token != null) {
            return Optional.ofNullable(request.getHeader("Authorization"))
                    .filter(header -> header.startsWith(BEARER))
                    .map(header -> MessageDigest.isEqual(
                            header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                            token.getBytes(StandardCharsets.UTF_8)))
                    .orElse(false);
        }
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && LOOPBACK.matcher(request.getRemoteAddr()).matches();
    }
}
