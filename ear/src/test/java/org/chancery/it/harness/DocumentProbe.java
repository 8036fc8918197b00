package org.chancery.it.harness;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.chancery.service.document.InvoiceDocumentJson;
import org.chancery.service.document.adapter.FacturXRenderer;

/** Travels beside the {@link Probe} and has a frozen document rendered by the classes and libraries of the shipped EAR. */
@WebServlet("/documents")
public class DocumentProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String frozen = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        response.setContentType("application/pdf");
        response.getOutputStream().write(new FacturXRenderer().pdf(InvoiceDocumentJson.read(frozen)));
    }
}
