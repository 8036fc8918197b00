package org.chancery.model.catalog;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.time.BillingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * What a plan or one unit of an add-on costs, in one currency and period. Never edited: another amount is another
 * price, and this one is retired, while those who bought at it go on paying it.
 *
 * <p>With a plan alone it is the plan's price, with an add-on alone the add-on's, with both the add-on's under that
 * plan, which goes before the add-on's own.
 */
@Entity
public class Price extends AggregateRoot {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", updatable = false)
    private Product product;

    @Column(updatable = false)
    private @Nullable UUID planId;

    @Column(updatable = false)
    private @Nullable UUID addOnId;

    @Embedded
    @AttributeOverride(name = "minor", column = @Column(name = "amount", nullable = false, updatable = false))
    @AttributeOverride(
            name = "currency",
            column = @Column(name = "currency", nullable = false, updatable = false, length = 3))
    private Money money;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Column(nullable = false, updatable = false)
    private Instant soldFrom;

    @Column(nullable = false)
    private int sortOrder;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Price() {} // Hibernate only

    /**
     * A price that is sold from now on.
     *
     * @param planId the plan it is a price of or under, or null
     * @param addOnId the add-on it is a price of, or null
     * @throws IllegalArgumentException for an amount below zero, or a price of nothing
     */
    public Price(
            UUID id,
            Product product,
            @Nullable UUID planId,
            @Nullable UUID addOnId,
            Money money,
            BillingPeriod period,
            Instant soldFrom) {
        super(id);
        if (money.isNegative()) {
            throw new IllegalArgumentException("A price is never negative: " + money);
        }
        if (planId == null && addOnId == null) {
            throw new IllegalArgumentException("A price is of a plan or of an add-on");
        }
        this.product = product;
        this.planId = planId;
        this.addOnId = addOnId;
        this.money = money;
        this.billingPeriod = period;
        this.soldFrom = soldFrom;
    }

    /** Puts it in its place among the prices of the same thing, from 0. */
    public void moveTo(int place) {
        sortOrder = place;
    }

    /** Stops selling at this price; does nothing to one that is retired already. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    public UUID productId() {
        return product.id();
    }

    /** The plan it is a price of or under, or null for an add-on's own price. */
    public @Nullable UUID planId() {
        return planId;
    }

    /** The add-on it is a price of, or null for a plan's price. */
    public @Nullable UUID addOnId() {
        return addOnId;
    }

    public Money money() {
        return money;
    }

    public BillingPeriod billingPeriod() {
        return billingPeriod;
    }

    public Instant soldFrom() {
        return soldFrom;
    }

    public int sortOrder() {
        return sortOrder;
    }

    public boolean isSold() {
        return retiredAt == null;
    }
}
