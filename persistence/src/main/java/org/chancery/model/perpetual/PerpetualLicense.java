package org.chancery.model.perpetual;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.PlannedItem;
import org.jspecify.annotations.Nullable;

/**
 * What an account bought once and keeps for ever. It is born {@code INCOMPLETE} with its invoice and becomes {@code
 * ACTIVE} when that is paid; from that day on a year of releases is covered, and each further year that is paid adds one.
 * What it knows about time it is told.
 */
@Entity
public class PerpetualLicense extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private PerpetualStatus status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private Collection collection;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    @Column
    private @Nullable Instant activatedAt;

    /** The last release date that is covered, inclusive; null until it is paid. */
    @Column
    private @Nullable LocalDate updatesUntil;

    @Embedded
    private @Nullable DiscountTerms discount;

    /** The invoice of a further year of updates that waits for its payment. */
    @Column
    private @Nullable UUID updatesInvoiceId;

    /** When it gives up waiting for what is not paid; rows with it are what the timer looks for. */
    @Column
    private @Nullable Instant expiresAt;

    /** Set when a step failed: nothing more is done to it before somebody has looked. */
    @Column
    private @Nullable Instant parkedAt;

    @ElementCollection
    @CollectionTable(name = "perpetual_item", joinColumns = @JoinColumn(name = "perpetual_license_id"))
    @OrderColumn(name = "sort_order")
    private List<PlannedItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected PerpetualLicense() {} // Hibernate only

    /**
     * A new order, not paid yet.
     *
     * @param expiresAt until when it waits for its payment
     */
    public PerpetualLicense(UUID id, PerpetualTerms terms, Instant orderedAt, Instant expiresAt) {
        super(id);
        this.accountId = terms.accountId();
        this.licenseId = terms.licenseId();
        this.productCode = terms.productCode();
        this.collection = terms.collection();
        this.currency = terms.currency();
        this.items = new ArrayList<>(terms.items());
        this.discount = terms.discount();
        this.orderedAt = orderedAt;
        this.expiresAt = expiresAt;
        this.status = PerpetualStatus.INCOMPLETE;
    }

    /**
     * It is paid: yours for ever, with a year of releases.
     *
     * @param today the day of the payment, where the account is
     */
    public void activate(Instant now, LocalDate today) {
        requireIncomplete();
        status = PerpetualStatus.ACTIVE;
        activatedAt = now;
        updatesUntil = today.plusYears(1);
        expiresAt = null;
    }

    /** Nobody paid the order. */
    public void expire() {
        requireIncomplete();
        status = PerpetualStatus.INCOMPLETE_EXPIRED;
        expiresAt = null;
    }

    private void requireIncomplete() {
        if (status != PerpetualStatus.INCOMPLETE) {
            throw new IllegalStateException("Perpetual license " + id() + " is " + status);
        }
    }

    /** A debit is on its way and holds the order open. */
    public void waitUntil(Instant later) {
        expiresAt = later;
    }

    /** @throws DomainException when no further year can be ordered: it is not active, or one is ordered already */
    public void requireRenewable() {
        if (status != PerpetualStatus.ACTIVE) {
            throw new DomainException(PerpetualRefusal.NOT_ACTIVE, "Perpetual license " + id() + " is " + status);
        }
        if (updatesInvoiceId != null) {
            throw new DomainException(
                    PerpetualRefusal.UPDATES_AWAIT_PAYMENT, "Invoice " + updatesInvoiceId + " is open");
        }
    }

    /**
     * A further year of updates waits for its payment.
     *
     * @param until when it gives up waiting
     */
    public void awaitUpdates(UUID invoiceId, Instant until) {
        requireRenewable();
        updatesInvoiceId = invoiceId;
        expiresAt = until;
    }

    /** That further year is not wanted any more: its invoice is void, or given up. */
    public void forgetUpdates() {
        updatesInvoiceId = null;
        expiresAt = null;
    }

    /** The further year is paid. */
    public void extendUpdates(LocalDate today) {
        if (updatesInvoiceId == null) {
            throw new IllegalStateException("Perpetual license " + id() + " awaits no payment of updates");
        }
        updatesUntil = renewedUntil(today);
        forgetUpdates();
    }

    /** Until when releases would be covered, were a further year paid today: a lapsed one counts from today. */
    public LocalDate renewedUntil(LocalDate today) {
        return isLapsed(today) || updatesUntil == null ? today.plusYears(1) : updatesUntil.plusYears(1);
    }

    /** The first day that a further year pays for: what is covered already is not paid twice. */
    public LocalDate renewedFrom(LocalDate today) {
        return isLapsed(today) || updatesUntil == null ? today : updatesUntil.plusDays(1);
    }

    /** True when releases of this day are not covered any more. */
    public boolean isLapsed(LocalDate today) {
        return updatesUntil != null && updatesUntil.isBefore(today);
    }

    /** A step failed: leave it alone until somebody has looked. */
    public void park(Instant now) {
        parkedAt = now;
        expiresAt = null;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID licenseId() {
        return licenseId;
    }

    public String productCode() {
        return productCode;
    }

    public PerpetualStatus status() {
        return status;
    }

    /** How the order is paid. */
    public Collection collection() {
        return collection;
    }

    public Currency currency() {
        return currency;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    /** Empty until it is paid. */
    public Optional<Instant> activatedAt() {
        return Optional.ofNullable(activatedAt);
    }

    /** The last release date that is covered, inclusive; empty until it is paid. */
    public Optional<LocalDate> updatesUntil() {
        return Optional.ofNullable(updatesUntil);
    }

    /** What a coupon took off the order; empty without one. */
    public Optional<DiscountTerms> discount() {
        return Optional.ofNullable(discount);
    }

    /** The invoice of a further year that waits for its payment. */
    public Optional<UUID> updatesInvoiceId() {
        return Optional.ofNullable(updatesInvoiceId);
    }

    /** When it gives up waiting for what is not paid; empty when it waits for nothing. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public boolean isParked() {
        return parkedAt != null;
    }

    /** What was bought: the plan first, then the add-ons. */
    public List<PlannedItem> items() {
        return List.copyOf(items);
    }

    public PlannedItem planItem() {
        return items.get(0);
    }
}
