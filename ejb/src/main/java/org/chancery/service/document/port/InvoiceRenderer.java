package org.chancery.service.document.port;

import org.chancery.service.document.InvoiceDocument;

/** Turns a frozen document into files. The same document always gives the same bytes. */
public interface InvoiceRenderer {

    /**
     * The document as PDF/A-3 in its language, with its Factur-X XML embedded. A currency with more than two decimals has
     * no EN 16931 form; its PDF carries no XML.
     */
    byte[] pdf(InvoiceDocument document);

    /**
     * The document as CII in the profile EN 16931 of Factur-X, UTF-8.
     *
     * @throws IllegalArgumentException for a currency with more than two decimals
     */
    byte[] xml(InvoiceDocument document);
}
