package org.chancery.model.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * Something the vendor sells. A product, plan, price or add-on that the catalog no longer names is retired: nobody can
 * order it any more, who has it keeps it, and it can be sold again later.
 */
@Entity
public class Product extends AggregateRoot {

    @Column(nullable = false, updatable = false, length = 64)
    private String code;

    @Column(nullable = false, length = 200)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private ProrationUnit proration;

    @Column(nullable = false)
    private boolean cancelableAtPeriodEnd;

    @Column(nullable = false)
    private boolean cancelableNow;

    @Column(nullable = false)
    private int sortOrder;

    // Counted up by every change of anything in the product, so that two replacements at once collide in its version.
    @Column(nullable = false)
    private int revision;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Product() {} // Hibernate only

    @SuppressWarnings("NullAway.Init") // sell() sets the rest
    public Product(UUID id, String code, ProductTerms terms) {
        super(id);
        this.code = code;
        sell(terms);
    }

    /** Sells the product, anew if it was retired, on these terms. */
    public final void sell(ProductTerms terms) {
        name = terms.name();
        proration = terms.proration();
        cancelableAtPeriodEnd = terms.cancellation().contains(CancellationMode.PERIOD_END);
        cancelableNow = terms.cancellation().contains(CancellationMode.NOW);
        sortOrder = terms.sortOrder();
        retiredAt = null;
        revision++;
    }

    /** Stops selling; does nothing to one that is retired already. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
            revision++;
        }
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public ProrationUnit proration() {
        return proration;
    }

    /** The ways to cancel, in the order of {@link CancellationMode}; may be empty. */
    public Set<CancellationMode> cancellation() {
        EnumSet<CancellationMode> modes = EnumSet.noneOf(CancellationMode.class);
        if (cancelableAtPeriodEnd) {
            modes.add(CancellationMode.PERIOD_END);
        }
        if (cancelableNow) {
            modes.add(CancellationMode.NOW);
        }
        return modes;
    }

    public boolean canBeCanceled(CancellationMode mode) {
        return cancellation().contains(mode);
    }

    public int sortOrder() {
        return sortOrder;
    }

    public boolean isSold() {
        return retiredAt == null;
    }
}
