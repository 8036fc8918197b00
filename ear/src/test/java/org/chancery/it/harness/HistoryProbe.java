package org.chancery.it.harness;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Travels beside the {@link Probe} and has lives led by the services of the shipped EAR. Answers the dawn of the lives,
 * then each life's seed and what became of it.
 */
@WebServlet("/histories")
public class HistoryProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient HistoryDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long first = Long.parseLong(request.getParameter("first"));
        int count = Integer.parseInt(request.getParameter("count"));
        Instant dawn = desk.dawn();
        SortedMap<Long, List<String>> statements = desk.lead(first, count, dawn);
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter writer = response.getWriter();
        writer.println(dawn);
        statements.forEach((seed, lines) -> {
            writer.println("life " + seed);
            lines.forEach(writer::println);
        });
    }
}
