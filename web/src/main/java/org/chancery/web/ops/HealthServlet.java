package org.chancery.web.ops;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.chancery.service.ops.ReadinessService;
import org.chancery.web.api.json.JsonSetup;
import org.jspecify.annotations.Nullable;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can serve, that is, the database answers too
 * and the signing keys can be used. When not, one word says why, and no more than that, because everybody may ask.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private record Health(String status, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

    @Inject
    private transient ReadinessService readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean alive = request.getRequestURI().endsWith("/live");
        Optional<String> trouble = alive ? Optional.empty() : readiness.trouble();
        response.setStatus(trouble.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        JsonSetup.mapper()
                .writeValue(
                        response.getOutputStream(),
                        trouble.map(reason -> new Health("DOWN", reason)).orElse(new Health("UP", null)));
    }
}
