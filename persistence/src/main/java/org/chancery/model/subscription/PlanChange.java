package org.chancery.model.subscription;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.chancery.model.time.BillingPeriod;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a subscription will become: at the end of its period, or as soon as an invoice is paid. The prices are those that
 * were agreed when it was asked for.
 */
@Entity
public class PlanChange {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Column(nullable = false, updatable = false, length = 64)
    private String planCode;

    @Column(nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(nullable = false, updatable = false)
    private Instant effectiveAt;

    @Column(updatable = false)
    private @Nullable UUID invoiceId;

    @Column(updatable = false)
    private @Nullable Instant lapsesAt;

    @ElementCollection
    @CollectionTable(name = "plan_change_item", joinColumns = @JoinColumn(name = "plan_change_id"))
    @OrderColumn(name = "sort_order")
    private List<PlannedItem> items = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(nullable = false, updatable = false, length = 4000)
    private String addOns;

    @SuppressWarnings("NullAway.Init")
    protected PlanChange() {} // Hibernate only

    private PlanChange(
            UUID id,
            Target target,
            Instant requestedAt,
            Instant effectiveAt,
            @Nullable UUID invoiceId,
            @Nullable Instant lapsesAt) {
        this.id = id;
        this.billingPeriod = target.billingPeriod();
        this.planCode = target.planCode();
        this.items = new ArrayList<>(target.items());
        this.addOns = AddOnQuantities.write(target.addOns());
        this.requestedAt = requestedAt;
        this.effectiveAt = effectiveAt;
        this.invoiceId = invoiceId;
        this.lapsesAt = lapsesAt;
    }

    /**
     * What is wanted.
     *
     * @param items what is paid: the plan first
     * @param addOns quantities in all by code, included ones among them
     */
    public record Target(
            BillingPeriod billingPeriod, String planCode, List<PlannedItem> items, Map<String, Integer> addOns) {

        public Target {
            items = List.copyOf(items);
            addOns = Map.copyOf(addOns);
        }
    }

    /** A change for the end of the period. */
    public static PlanChange scheduled(UUID id, Target target, Instant requestedAt, Instant effectiveAt) {
        return new PlanChange(id, target, requestedAt, effectiveAt, null, null);
    }

    /** A change that takes effect when its invoice is paid, and lapses when it is not paid by then. */
    public static PlanChange awaiting(UUID id, Target target, Instant requestedAt, UUID invoiceId, Instant lapsesAt) {
        return new PlanChange(id, target, requestedAt, requestedAt, invoiceId, lapsesAt);
    }

    public UUID id() {
        return id;
    }

    public Target target() {
        return new Target(billingPeriod, planCode, items, addOns());
    }

    public BillingPeriod billingPeriod() {
        return billingPeriod;
    }

    public String planCode() {
        return planCode;
    }

    /** Quantities in all by code. */
    public Map<String, Integer> addOns() {
        return new TreeMap<>(AddOnQuantities.read(addOns));
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When it takes effect; for one that awaits a payment, when it was asked for. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** The invoice that has to be paid first; empty for a change at the end of the period. */
    public Optional<UUID> invoiceId() {
        return Optional.ofNullable(invoiceId);
    }

    /** Until when it may be paid; empty for a change at the end of the period. */
    public Optional<Instant> lapsesAt() {
        return Optional.ofNullable(lapsesAt);
    }

    boolean awaitsPayment() {
        return invoiceId != null;
    }
}
