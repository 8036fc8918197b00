package org.chancery.it.harness;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import org.chancery.service.invariant.Breach;
import org.chancery.service.invariant.InvariantService;

/** Travels in the small WAR of every container test and asks the shipped checker from inside the server. */
@WebServlet("/invariants")
public class Probe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB(lookup = "java:global/chancery/chancery-ejb/InvariantService")
    private transient InvariantService invariants;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write(invariants.breaches().stream().map(Breach::toString).collect(Collectors.joining("\n")));
    }
}
