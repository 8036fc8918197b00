package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One price and quantity within a subscription. The price is a copy: later catalogs do not change what was agreed.
 * Another price or quantity is another item, so that what was billed for an item stays true; the old one ends.
 */
@Entity
public class SubscriptionItem {

    @Id
    private UUID id;

    @Embedded
    private ItemTerms terms;

    @Column(nullable = false, updatable = false)
    private int position;

    @Column
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected SubscriptionItem() {} // Hibernate only

    /**
     * @param position where it stands among its siblings; the plan is 0
     * @throws IllegalArgumentException when the quantity is not positive or the price is negative
     */
    public SubscriptionItem(UUID id, ItemTerms terms, int position) {
        if (terms.quantity() < 1 || terms.unitAmount() < 0) {
            throw new IllegalArgumentException("An item has a positive quantity and no negative price");
        }
        this.id = id;
        this.terms = terms;
        this.position = position;
    }

    void end(Instant at) {
        endedAt = at;
    }

    boolean isLive() {
        return endedAt == null;
    }

    public UUID id() {
        return id;
    }

    public ItemTerms terms() {
        return terms;
    }

    public ItemKind kind() {
        return terms.kind();
    }

    public String code() {
        return terms.code();
    }

    public String name() {
        return terms.name();
    }

    public int quantity() {
        return terms.quantity();
    }

    public UUID priceId() {
        return terms.priceId();
    }

    /** Per unit and billing period, in minor units of the subscription's currency. */
    public long unitAmount() {
        return terms.unitAmount();
    }

    int position() {
        return position;
    }
}
