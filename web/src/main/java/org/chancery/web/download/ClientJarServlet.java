package org.chancery.web.download;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Hands the client out to everybody. Who asks for this very version may keep it for a year; who asks for whichever there
 * is has to ask again, and is told when it is still the same.
 */
@WebServlet(ClientJarServlet.PATH)
public class ClientJarServlet extends HttpServlet {

    static final String PATH = "/downloads/chancery-client.jar";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ClientJar jar;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean exact = jar.version().equals(request.getParameter("v"));
        response.setHeader("ETag", jar.tag());
        response.setHeader("Cache-Control", exact ? "public, max-age=31536000, immutable" : "public, no-cache");
        if (isKnown(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = jar.bytes();
        response.setContentType("application/java-archive");
        response.setHeader("Content-Disposition", "attachment; filename=\"chancery-client.jar\"");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private boolean isKnown(@Nullable String tags) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals(jar.tag()));
    }
}
