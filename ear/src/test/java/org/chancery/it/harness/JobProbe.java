package org.chancery.it.harness;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.model.job.Job;

/** Travels beside the {@link Probe} and wakes for a job. Answers whether it was this wake-up's turn. */
@WebServlet("/wake")
public class JobProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient JobDesk desk;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(desk.wake(Job.valueOf(request.getParameter("job"))));
    }
}
