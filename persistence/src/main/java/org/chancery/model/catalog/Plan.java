package org.chancery.model.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.AggregateRoot;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** An offer of a product: what it includes and on which terms. Its prices are {@link Price}s. */
@Entity
public class Plan extends AggregateRoot {

    private static final int WHOLE = 100;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", updatable = false)
    private Product product;

    @Column(nullable = false, updatable = false, length = 64)
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 20)
    private PlanKind kind;

    @Column(nullable = false, length = 200)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private SupportLevel support;

    @Column
    private @Nullable Integer leaseSeconds;

    @Column(nullable = false)
    private int trialDays;

    @Column
    private @Nullable Integer updatesRenewalPercent;

    @Embedded
    private InstanceCounts instances;

    // SUBSELECT: the limits of all loaded plans come by one query, however many plans there are.
    @ElementCollection
    @CollectionTable(name = "plan_limit", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "sort_order")
    @Fetch(FetchMode.SUBSELECT)
    private List<FeatureLimit> limits = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_feature", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "sort_order")
    @Column(name = "code", nullable = false, length = 64)
    @Fetch(FetchMode.SUBSELECT)
    private List<String> features = new ArrayList<>();

    @Column(nullable = false)
    private int sortOrder;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Plan() {} // Hibernate only

    @SuppressWarnings("NullAway.Init") // sell() sets the rest
    public Plan(UUID id, Product product, String code, PlanKind kind, PlanTerms terms) {
        super(id);
        this.product = product;
        this.code = code;
        this.kind = kind;
        sell(terms);
    }

    /** Sells the plan, anew if it was retired, on these terms. The kind of a plan never changes. */
    public final void sell(PlanTerms terms) {
        name = terms.name();
        support = terms.support();
        leaseSeconds = terms.leaseSeconds();
        trialDays = terms.trialDays();
        updatesRenewalPercent = terms.updatesRenewalPercent();
        instances = terms.instances();
        replace(limits, terms.limits());
        replace(features, terms.features());
        sortOrder = terms.sortOrder();
        retiredAt = null;
    }

    private static <T> void replace(List<T> old, List<T> now) {
        if (!old.equals(now)) { // rewriting the same rows would count the version up for nothing
            old.clear();
            old.addAll(now);
        }
    }

    /** Stops selling; does nothing to one that is retired already. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    public Product product() {
        return product;
    }

    public String code() {
        return code;
    }

    public PlanKind kind() {
        return kind;
    }

    public String name() {
        return name;
    }

    public SupportLevel support() {
        return support;
    }

    /** How long a lease lasts, in seconds, or null for the house's default. */
    public @Nullable Integer leaseSeconds() {
        return leaseSeconds;
    }

    public int trialDays() {
        return trialDays;
    }

    public @Nullable Integer updatesRenewalPercent() {
        return updatesRenewalPercent;
    }

    /** What a further year of updates costs at this price of the plan; empty where none is sold. */
    public Optional<Money> furtherUpdates(Money price) {
        return Optional.ofNullable(updatesRenewalPercent).map(percent -> price.share(percent, WHOLE));
    }

    public InstanceCounts instances() {
        return instances;
    }

    public List<FeatureLimit> limits() {
        return List.copyOf(limits);
    }

    public List<String> features() {
        return List.copyOf(features);
    }

    public int sortOrder() {
        return sortOrder;
    }

    /** True while the plan itself is sold; a plan of a retired product is retired with it. */
    public boolean isSold() {
        return retiredAt == null;
    }
}
