package org.chancery.it.harness;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Travels beside the {@link Probe} and has subscriptions begun, one after the other. Answers each one's id and start. */
@WebServlet("/years")
public class YearsProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient HistoryDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int count = Integer.parseInt(request.getParameter("count"));
        int monthlyEvery = Integer.parseInt(request.getParameter("monthlyEvery"));
        Duration between = Duration.parse(request.getParameter("between"));
        response.setContentType("text/plain;charset=UTF-8");
        PrintWriter writer = response.getWriter();
        desk.begin(count, monthlyEvery, between).forEach(writer::println);
    }
}
