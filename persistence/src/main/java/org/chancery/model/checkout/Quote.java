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
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A price that holds for half an hour. It keeps what was chosen and a mark of every amount; an order by it computes
 * everything anew and refuses when the mark differs, so nobody ever pays another amount than was shown.
 */
@Entity
public class Quote extends AggregateRoot {

    /** How long a quote holds. */
    public static final Duration VALID = Duration.ofMinutes(30);

    @Column(updatable = false)
    private @Nullable UUID accountId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Column(nullable = false, updatable = false, length = 64)
    private String planCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(nullable = false, updatable = false)
    private String addOns;

    @Column(nullable = false, updatable = false)
    private String amounts;

    @Column(nullable = false, updatable = false)
    private Instant expiresAt;

    @Column
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected Quote() {} // Hibernate only

    /**
     * @param accountId whose price it is, or null for a price list, which can't be ordered by
     * @param addOns quantities by code
     * @param amounts a text that differs whenever an amount or a price does
     */
    public Quote(
            UUID id,
            @Nullable UUID accountId,
            String productCode,
            String planCode,
            BillingPeriod billingPeriod,
            Currency currency,
            Map<String, Integer> addOns,
            String amounts,
            Instant now) {
        super(id);
        this.accountId = accountId;
        this.productCode = productCode;
        this.planCode = planCode;
        this.billingPeriod = billingPeriod;
        this.currency = currency;
        this.addOns = new TreeMap<>(addOns)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
        this.amounts = amounts;
        this.expiresAt = now.plus(VALID);
    }

    /**
     * Orders by this quote, once.
     *
     * @param amountsNow the mark of the amounts as they come out now
     * @throws DomainException when it is over, was used, or something changed
     */
    public void use(String amountsNow, Instant now) {
        if (usedAt != null || !now.isBefore(expiresAt) || !amounts.equals(amountsNow)) {
            throw new DomainException(CheckoutRefusal.QUOTE_EXPIRED, "Quote " + id() + " no longer holds");
        }
        usedAt = now;
    }

    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }

    public String productCode() {
        return productCode;
    }

    public String planCode() {
        return planCode;
    }

    public BillingPeriod billingPeriod() {
        return billingPeriod;
    }

    public Currency currency() {
        return currency;
    }

    /** Quantities by code, as they were asked for. */
    public Map<String, Integer> addOns() {
        Map<String, Integer> quantities = new TreeMap<>();
        for (String pair : addOns.isEmpty() ? new String[0] : addOns.split(",")) {
            int mark = pair.indexOf('=');
            quantities.put(pair.substring(0, mark), Integer.valueOf(pair.substring(mark + 1)));
        }
        return quantities;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
