package org.chancery.model.addon;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.model.catalog.FeatureLimit;
import org.chancery.model.catalog.InstanceCounts;
import org.chancery.model.catalog.SupportLevel;
import org.chancery.model.platform.AggregateRoot;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** An extra of a product, bought in a quantity by those whose plan allows it. */
@Entity
public class AddOn extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID productId;

    @Column(nullable = false, updatable = false, length = 64)
    private String code;

    @Column(nullable = false, length = 200)
    private String name;

    @Column(length = 200)
    private @Nullable String unit;

    @ElementCollection
    @CollectionTable(name = "add_on_requirement", joinColumns = @JoinColumn(name = "add_on_id"))
    @OrderColumn(name = "sort_order")
    @Column(name = "code", nullable = false, length = 64)
    @Fetch(FetchMode.SUBSELECT)
    private List<String> requires = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "add_on_limit", joinColumns = @JoinColumn(name = "add_on_id"))
    @OrderColumn(name = "sort_order")
    @Fetch(FetchMode.SUBSELECT)
    private List<FeatureLimit> limits = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "add_on_feature", joinColumns = @JoinColumn(name = "add_on_id"))
    @OrderColumn(name = "sort_order")
    @Column(name = "code", nullable = false, length = 64)
    @Fetch(FetchMode.SUBSELECT)
    private List<String> features = new ArrayList<>();

    @Embedded
    private InstanceCounts instances;

    @Column(nullable = false)
    private int domains;

    @Column(nullable = false)
    private int brands;

    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private @Nullable SupportLevel support;

    @Column(nullable = false)
    private int sortOrder;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected AddOn() {} // Hibernate only

    @SuppressWarnings("NullAway.Init") // sell() sets the rest
    public AddOn(UUID id, UUID productId, String code, AddOnTerms terms) {
        super(id);
        this.productId = productId;
        this.code = code;
        sell(terms);
    }

    /** Sells the add-on, anew if it was retired, on these terms. */
    public final void sell(AddOnTerms terms) {
        name = terms.name();
        unit = terms.unit();
        replace(requires, terms.requires());
        grant(terms.grants());
        sortOrder = terms.sortOrder();
        retiredAt = null;
    }

    private void grant(Grants grants) {
        replace(limits, grants.limits());
        replace(features, grants.features());
        instances = grants.instances();
        domains = grants.domains();
        brands = grants.brands();
        support = grants.support();
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

    public UUID productId() {
        return productId;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    /** What one of it is, for people, or null. */
    public @Nullable String unit() {
        return unit;
    }

    /** Codes of the add-ons of which each unit of this one needs a unit too. */
    public List<String> requires() {
        return List.copyOf(requires);
    }

    public Grants grants() {
        return new Grants(limits, instances, domains, brands, support, features);
    }

    public int sortOrder() {
        return sortOrder;
    }

    public boolean isSold() {
        return retiredAt == null;
    }
}
