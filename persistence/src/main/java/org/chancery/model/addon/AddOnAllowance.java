package org.chancery.model.addon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** That a plan may take an add-on: how many units the plan includes, and how many there may be in all. */
@Entity
public class AddOnAllowance extends AggregateRoot {

    /** How many units there may be when the catalog does not say. */
    public static final int DEFAULT_MAX = 100;

    @Column(nullable = false, updatable = false)
    private UUID planId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "add_on_id", updatable = false)
    private AddOn addOn;

    @Column(nullable = false)
    private int included;

    @Column(name = "max_quantity", nullable = false)
    private int max;

    @Column(nullable = false)
    private int sortOrder;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected AddOnAllowance() {} // Hibernate only

    public AddOnAllowance(UUID id, UUID planId, AddOn addOn, int included, int max, int sortOrder) {
        super(id);
        this.planId = planId;
        this.addOn = addOn;
        allow(included, max, sortOrder);
    }

    /**
     * Allows the add-on, anew if it was retired.
     *
     * @param included units that come with the plan, unpaid
     * @param max units in all, the included ones among them
     * @param place its place among the plan's add-ons, from 0
     */
    public final void allow(int included, int max, int place) {
        if (included < 0 || included > max) {
            throw new IllegalArgumentException("Included " + included + " of at most " + max);
        }
        this.included = included;
        this.max = max;
        this.sortOrder = place;
        this.retiredAt = null;
    }

    /** Takes it off the plan's list; does nothing to one that is retired already. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    public UUID planId() {
        return planId;
    }

    public AddOn addOn() {
        return addOn;
    }

    public int included() {
        return included;
    }

    public int max() {
        return max;
    }

    public int sortOrder() {
        return sortOrder;
    }

    public boolean isSold() {
        return retiredAt == null;
    }
}
