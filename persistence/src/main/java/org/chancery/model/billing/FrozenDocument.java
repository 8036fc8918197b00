package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * What an invoice or credit note says on paper, frozen once when it is numbered; never changed. Beside the invoice rather
 * than in it: it holds the seller's logo, which nobody needs who only asks what is due.
 */
@Entity
@Immutable
@Table(name = "invoice_document")
public class FrozenDocument {

    @Id
    private UUID invoiceId;

    @Column(nullable = false, updatable = false)
    private String document;

    @Column(nullable = false, updatable = false, length = 64)
    private String documentHash;

    @SuppressWarnings("NullAway.Init")
    protected FrozenDocument() {} // Hibernate only

    /**
     * @param document its one JSON text
     * @param documentHash SHA-256 of that text in UTF-8, 64 hexadecimal digits
     * @throws IllegalStateException when the invoice is a draft still: it has no number to print
     */
    public FrozenDocument(Invoice invoice, String document, String documentHash) {
        if (invoice.number().isEmpty()) {
            throw new IllegalStateException("Invoice " + invoice.id() + " is a draft, there is nothing to freeze");
        }
        this.invoiceId = invoice.id();
        this.document = document;
        this.documentHash = documentHash;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public String document() {
        return document;
    }

    public String documentHash() {
        return documentHash;
    }
}
