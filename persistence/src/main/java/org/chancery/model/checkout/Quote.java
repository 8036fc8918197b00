package org.chancery.model.checkout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.AddOnQuantities;
import org.chancery.model.subscription.ChangeInvoicing;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A price that holds for half an hour. It keeps what was asked for and a mark of every amount; a confirmation computes
 * everything anew, as of the instant of the quote, and refuses when the mark differs, so nobody ever pays another amount
 * than was shown.
 */
@Entity
public class Quote extends AggregateRoot {

    /** How long a quote holds. */
    public static final Duration VALID = Duration.ofMinutes(30);

    /** What is quoted. */
    public enum Kind {
        ORDER,
        CHANGE,
        CANCEL
    }

    /**
     * What was asked for.
     *
     * @param subscriptionId what is to be changed or canceled, or null for an order
     * @param addOns quantities in all by code
     * @param coupon its code, or null
     * @param when a change takes effect, or null for what is usual
     * @param invoice which asks for the change, or null for what is usual
     */
    public record Asked(
            Kind kind,
            @Nullable UUID subscriptionId,
            String productCode,
            String planCode,
            BillingPeriod billingPeriod,
            Currency currency,
            Map<String, Integer> addOns,
            @Nullable String coupon,
            @Nullable ChangeTiming when,
            @Nullable ChangeInvoicing invoice) {

        public Asked {
            addOns = Map.copyOf(addOns);
        }
    }

    @Column(updatable = false)
    private @Nullable UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private Kind kind;

    @Column(updatable = false)
    private @Nullable UUID subscriptionId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Column(nullable = false, updatable = false, length = 64)
    private String planCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(updatable = false, length = 40)
    private @Nullable String coupon;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false, length = 12)
    private @Nullable ChangeTiming changeWhen;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false, length = 10)
    private @Nullable ChangeInvoicing changeInvoice;

    @Column(nullable = false, updatable = false)
    private String addOns;

    @Column(nullable = false, updatable = false)
    private String amounts;

    @Column(nullable = false, updatable = false)
    private Instant madeAt;

    @Column(nullable = false, updatable = false)
    private Instant expiresAt;

    @Column
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Quote() {} // Hibernate only

    /**
     * @param accountId whose price it is, or null for a price list, which can't be ordered by
     * @param amounts a text that differs whenever an amount or a price does
     */
    public Quote(UUID id, @Nullable UUID accountId, Asked asked, String amounts, Instant now) {
        super(id);
        this.accountId = accountId;
        this.kind = asked.kind();
        this.subscriptionId = asked.subscriptionId();
        this.productCode = asked.productCode();
        this.planCode = asked.planCode();
        this.billingPeriod = asked.billingPeriod();
        this.currency = asked.currency();
        this.coupon = asked.coupon();
        this.changeWhen = asked.when();
        this.changeInvoice = asked.invoice();
        this.addOns = AddOnQuantities.write(asked.addOns());
        this.amounts = amounts;
        this.madeAt = now;
        this.expiresAt = now.plus(VALID);
    }

    /**
     * Confirms this quote, once.
     *
     * @param amountsNow the mark of the amounts as they come out now
     * @throws DomainException when it is over, was used, or something changed
     */
    public void use(String amountsNow, Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt) || !amounts.equals(amountsNow)) {
            throw expired();
        }
        usedAt = now;
    }

    /** @throws DomainException when it is over, was used, or quotes something else, or of another subscription */
    public void requireAbout(Kind expected, @Nullable UUID subscription, Instant now) {
        boolean about = kind == expected && (subscription == null || subscription.equals(subscriptionId));
        if (!about || usedAt != null || !now.isBefore(expiresAt)) {
            throw expired();
        }
    }

    private DomainException expired() {
        return new DomainException(CheckoutRefusal.QUOTE_EXPIRED, "Quote " + id() + " no longer holds");
    }

    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }

    /** What was asked for. */
    public Asked asked() {
        return new Asked(
                kind,
                subscriptionId,
                productCode,
                planCode,
                billingPeriod,
                currency,
                AddOnQuantities.read(addOns),
                coupon,
                changeWhen,
                changeInvoice);
    }

    /** The instant as of which everything was computed. */
    public Instant madeAt() {
        return madeAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
