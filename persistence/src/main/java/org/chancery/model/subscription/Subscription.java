package org.chancery.model.subscription;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * An account's standing order for a plan and its add-ons. It is born {@code INCOMPLETE} with its first invoice and
 * becomes {@code ACTIVE} when that is paid; that instant is the anchor from which all its periods are counted. What it
 * knows about time it is told.
 */
@Entity
public class Subscription extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private SubscriptionStatus status;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Collection collection;

    @Column(nullable = false, updatable = false, length = 3)
    private Currency currency;

    @Column(nullable = false, updatable = false)
    private Instant orderedAt;

    @Column
    private @Nullable Instant anchor;

    @Column(nullable = false)
    private int periodIndex;

    @Embedded
    private @Nullable ServicePeriod currentPeriod;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "subscription_id", nullable = false)
    @OrderBy("position")
    private List<SubscriptionItem> items = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Subscription() {} // Hibernate only

    /**
     * A new order, not paid yet.
     *
     * @param items the plan first, then its add-ons
     */
    public Subscription(
            UUID id,
            UUID accountId,
            UUID licenseId,
            String productCode,
            BillingPeriod billingPeriod,
            Collection collection,
            Currency currency,
            List<SubscriptionItem> items,
            Instant orderedAt) {
        super(id);
        if (billingPeriod == BillingPeriod.ONCE) {
            throw new IllegalArgumentException("A subscription is paid by month or year");
        }
        if (items.isEmpty() || items.get(0).kind() != ItemKind.PLAN) {
            throw new IllegalArgumentException("A subscription has its plan as the first item");
        }
        this.accountId = accountId;
        this.licenseId = licenseId;
        this.productCode = productCode;
        this.billingPeriod = billingPeriod;
        this.collection = collection;
        this.currency = currency;
        this.items = new ArrayList<>(items);
        this.orderedAt = orderedAt;
        this.status = SubscriptionStatus.INCOMPLETE;
    }

    /** The first invoice is paid: the first period starts at this instant, which is the anchor from now on. */
    public void start(Instant paidAt) {
        become(SubscriptionStatus.ACTIVE);
        anchor = paidAt;
        periodIndex = 0;
        currentPeriod = billingPeriod.nth(paidAt, 0);
    }

    private void become(SubscriptionStatus next) {
        if (!status.canBecome(next)) {
            throw new DomainException(
                    SubscriptionRefusal.ILLEGAL_TRANSITION,
                    "Subscription " + id() + " cannot go from " + status + " to " + next);
        }
        status = next;
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

    public SubscriptionStatus status() {
        return status;
    }

    public BillingPeriod billingPeriod() {
        return billingPeriod;
    }

    public Collection collection() {
        return collection;
    }

    public Currency currency() {
        return currency;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public int periodIndex() {
        return periodIndex;
    }

    /** Empty until the first invoice is paid. */
    public Optional<ServicePeriod> currentPeriod() {
        return Optional.ofNullable(currentPeriod);
    }

    /** The plan first, then the add-ons. */
    public List<SubscriptionItem> items() {
        return List.copyOf(items);
    }

    public SubscriptionItem planItem() {
        return items.get(0);
    }
}
