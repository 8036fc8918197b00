package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.chancery.model.money.Money;

/** One price and quantity within a subscription. The price is a copy: later catalogs do not change what was agreed. */
@Entity
public class SubscriptionItem {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private ItemKind kind;

    @Column(nullable = false, updatable = false, length = 64)
    private String code;

    @Column(nullable = false, updatable = false, length = 200)
    private String name;

    @Column(nullable = false)
    private int quantity;

    @Column(nullable = false, updatable = false)
    private UUID priceId;

    @Column(nullable = false, updatable = false)
    private long unitAmount;

    @Column(nullable = false, updatable = false)
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected SubscriptionItem() {} // Hibernate only

    /**
     * @param unitPrice per unit and billing period
     * @param position where it stands among its siblings; the plan is 0
     * @throws IllegalArgumentException when the quantity is not positive or the price is negative
     */
    public SubscriptionItem(
            UUID id,
            ItemKind kind,
            String code,
            String name,
            int quantity,
            UUID priceId,
            Money unitPrice,
            int position) {
        if (quantity < 1 || unitPrice.isNegative()) {
            throw new IllegalArgumentException("An item has a positive quantity and no negative price");
        }
        this.id = id;
        this.kind = kind;
        this.code = code;
        this.name = name;
        this.quantity = quantity;
        this.priceId = priceId;
        this.unitAmount = unitPrice.minor();
        this.position = position;
    }

    public UUID id() {
        return id;
    }

    public ItemKind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public int quantity() {
        return quantity;
    }

    public UUID priceId() {
        return priceId;
    }

    /** Per unit and billing period, in minor units of the subscription's currency. */
    public long unitAmount() {
        return unitAmount;
    }

    int position() {
        return position;
    }
}
