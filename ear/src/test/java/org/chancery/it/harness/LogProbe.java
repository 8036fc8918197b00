package org.chancery.it.harness;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** Travels beside the {@link Probe} and says in the server's log what a test tells it to. */
@WebServlet("/log")
public class LogProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String message = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Logger.getLogger(LogProbe.class.getName()).info(message);
    }
}
