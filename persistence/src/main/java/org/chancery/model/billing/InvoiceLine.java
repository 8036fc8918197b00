package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/** One priced reason in an invoice. */
@Entity
public class InvoiceLine {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID itemId;

    @Column(nullable = false, updatable = false, length = 10)
    private String kind;

    @Column(nullable = false, updatable = false, length = 300)
    private String description;

    @Column(nullable = false, updatable = false)
    private int quantity;

    @Column(nullable = false, updatable = false)
    private long amount;

    @Column(nullable = false, updatable = false)
    private boolean proration;

    @Embedded
    private @Nullable ServicePeriod period;

    @Column(nullable = false, updatable = false)
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected InvoiceLine() {} // Hibernate only

    /**
     * @param itemId the subscription item it is for
     * @param kind {@code plan} or {@code add_on}
     * @param amount in minor units, before discount and tax; negative for a credit
     * @param period what it pays for; for a first order an estimate until the payment fixes it
     */
    public InvoiceLine(
            UUID id,
            UUID itemId,
            String kind,
            String description,
            int quantity,
            long amount,
            boolean proration,
            ServicePeriod period,
            int position) {
        this.id = id;
        this.itemId = itemId;
        this.kind = kind;
        this.description = description;
        this.quantity = quantity;
        this.amount = amount;
        this.proration = proration;
        this.period = period;
        this.position = position;
    }

    void serve(ServicePeriod actual) {
        period = actual;
    }

    public UUID id() {
        return id;
    }

    public UUID itemId() {
        return itemId;
    }

    public String kind() {
        return kind;
    }

    public String description() {
        return description;
    }

    public int quantity() {
        return quantity;
    }

    public long amount() {
        return amount;
    }

    public boolean isProration() {
        return proration;
    }

    public @Nullable ServicePeriod period() {
        return period;
    }

    int position() {
        return position;
    }
}
