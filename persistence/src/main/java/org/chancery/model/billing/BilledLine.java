package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/** One priced reason, on an invoice already or still waiting for one. */
@MappedSuperclass
public abstract class BilledLine {

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
    private long discount;

    @Column(nullable = false, updatable = false)
    private long returnedDiscount;

    @Column(nullable = false, updatable = false)
    private boolean proration;

    @Embedded
    private ServicePeriod period;

    @Column(updatable = false)
    private @Nullable UUID creditsLineId;

    @Column(updatable = false, precision = 6, scale = 3)
    private @Nullable BigDecimal taxRate;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false, length = 30)
    private @Nullable TaxReason taxReason;

    @SuppressWarnings("NullAway.Init")
    protected BilledLine() {} // Hibernate only

    protected BilledLine(LineDraft draft) {
        this.id = draft.id();
        this.itemId = draft.itemId();
        this.kind = draft.kind();
        this.description = draft.description();
        this.quantity = draft.quantity();
        this.amount = draft.amount();
        this.discount = draft.discount();
        this.returnedDiscount = draft.returnedDiscount();
        this.proration = draft.proration();
        this.period = draft.period();
        this.creditsLineId = draft.credits();
        this.taxRate = draft.taxRate();
        this.taxReason = draft.taxReason();
    }

    /** The same as a value. */
    public LineDraft draft() {
        return new LineDraft(
                id,
                itemId,
                kind,
                description,
                quantity,
                amount,
                discount,
                returnedDiscount,
                period,
                proration,
                creditsLineId,
                taxRate,
                taxReason);
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

    /** In minor units, before discount and tax; negative for a credit, which is after the discount it gives back. */
    public long amount() {
        return amount;
    }

    /** Its share of the coupon, in minor units, never negative. */
    public long discount() {
        return discount;
    }

    /** What is really asked or given back, before tax. */
    public long net() {
        return amount - discount;
    }

    public boolean isProration() {
        return proration;
    }

    public ServicePeriod period() {
        return period;
    }

    /** The charge of which this takes back a part; empty for a charge. */
    public Optional<UUID> creditsLineId() {
        return Optional.ofNullable(creditsLineId);
    }

    public @Nullable BigDecimal taxRate() {
        return taxRate;
    }

    public @Nullable TaxReason taxReason() {
        return taxReason;
    }
}
