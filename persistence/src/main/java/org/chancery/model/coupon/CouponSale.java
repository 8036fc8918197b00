package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What one invoice with a coupon brought. Append-only; a credit note is a sale below zero. */
@Entity
@Immutable
public class CouponSale {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID redemptionId;

    @Column(nullable = false, updatable = false)
    private UUID couponId;

    @Column(updatable = false)
    private @Nullable UUID partnerId;

    @Column(nullable = false, updatable = false)
    private UUID invoiceId;

    @Column(nullable = false, updatable = false)
    private long netSale;

    @Column(nullable = false, updatable = false)
    private long discount;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(nullable = false, updatable = false)
    private Instant soldAt;

    // Of the instant above, in UTC. Kept, because databases would take the month in the zone of their session.
    @Column(nullable = false, updatable = false, length = 7)
    private String soldMonth;

    @SuppressWarnings("NullAway.Init")
    protected CouponSale() {} // Hibernate only

    /**
     * @param netSale what the invoice's lines come to, less the discount, before tax
     * @param discount what the coupon took off, in the same currency
     */
    public CouponSale(
            UUID id, CouponRedemption redemption, UUID invoiceId, Money netSale, Money discount, Instant soldAt) {
        if (!netSale.currency().equals(discount.currency())) {
            throw new IllegalArgumentException("A sale has one currency");
        }
        this.id = id;
        this.redemptionId = redemption.id();
        this.couponId = redemption.coupon().id();
        this.partnerId = redemption.coupon().partner().map(Partner::id).orElse(null);
        this.invoiceId = invoiceId;
        this.netSale = netSale.minor();
        this.discount = discount.minor();
        this.currency = netSale.currency();
        this.soldAt = soldAt;
        this.soldMonth = YearMonth.from(soldAt.atOffset(ZoneOffset.UTC)).toString();
    }

    public UUID id() {
        return id;
    }

    public UUID redemptionId() {
        return redemptionId;
    }

    public UUID couponId() {
        return couponId;
    }

    /** Whose sale it is, or null when the coupon belonged to nobody. */
    public @Nullable UUID partnerId() {
        return partnerId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public Money netSale() {
        return new Money(netSale, currency);
    }

    public Money discount() {
        return new Money(discount, currency);
    }

    public Instant soldAt() {
        return soldAt;
    }

    public YearMonth month() {
        return YearMonth.parse(soldMonth);
    }
}
