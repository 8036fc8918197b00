package org.chancery.service.document.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.chancery.service.document.InvoiceDocument;
import org.chancery.service.document.port.InvoiceRenderer;

/** Renders documents as Factur-X, in memory. */
@ApplicationScoped
public class FacturXRenderer implements InvoiceRenderer {

    @Override
    public byte[] pdf(InvoiceDocument document) {
        try {
            return FacturXPdf.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing here reads or writes a file", e);
        }
    }

    @Override
    public byte[] xml(InvoiceDocument document) {
        return FacturXXml.of(document);
    }
}
