package org.chancery.service.billing;

import java.io.Serializable;

/**
 * An invoice or credit note as a file.
 *
 * @param number under which it was issued
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares files
public record InvoiceFile(String number, byte[] content) implements Serializable {

    public InvoiceFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** What the file is called: a number may hold a slash, a file name must not. */
    public String name() {
        return number.replaceAll("[^A-Za-z0-9_-]", "-") + ".pdf";
    }
}
