package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription goes through time: period after period from an anchor, term after term. A trial is a period before
 * the first anchor. Every period has a key that is never given twice, under which it is billed once.
 */
@Embeddable
class BillingCycle {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private BillingPeriod billingPeriod;

    @Column
    private @Nullable Instant anchor;

    /** Counts the anchors, so that the key of a period is never given twice. */
    @Column(nullable = false)
    private int term;

    @Column(nullable = false)
    private int periodIndex;

    /** How many periods were billed before the current one; a coupon counts by it. */
    @Column(nullable = false)
    private int billingOrdinal;

    @Embedded
    private @Nullable ServicePeriod currentPeriod;

    @Column(nullable = false, length = 64)
    private String zone;

    /** The next period is invoiced already, to be paid by transfer. */
    @Column(nullable = false)
    private boolean invoicedAhead;

    @SuppressWarnings("NullAway.Init")
    protected BillingCycle() {} // Hibernate only

    BillingCycle(BillingPeriod billingPeriod, ZoneId zone) {
        this.billingPeriod = billingPeriod;
        this.zone = zone.getId();
    }

    void startTrial(Instant now, Instant until) {
        currentPeriod = new ServicePeriod(now, until);
    }

    /** The first period begins at this instant, which is the anchor from now on. */
    void start(Instant instant) {
        anchor = instant;
        periodIndex = 0;
        currentPeriod = billingPeriod.nth(instant, 0);
        invoicedAhead = false;
    }

    /** A new term begins, with its own anchor. */
    void beginTerm(BillingPeriod period, Instant instant) {
        billingPeriod = period;
        term++;
        billingOrdinal++;
        start(instant);
    }

    /** Will be counted by month or year from the next anchor on. */
    void payBy(BillingPeriod period) {
        billingPeriod = period;
    }

    /**
     * The period is over and the next one begins. A trial's end is the anchor.
     *
     * @param next month or year from now on; another one than before begins a new term
     * @param accountZone in which the days of the new period are counted
     */
    void rollOver(boolean trial, BillingPeriod next, ZoneId accountZone) {
        Instant end = requirePeriod().end();
        if (trial) {
            billingPeriod = next;
            start(end);
        } else if (next != billingPeriod) {
            beginTerm(next, end);
        } else {
            currentPeriod = nextPeriod(false, next);
            periodIndex++;
            billingOrdinal++;
        }
        invoicedAhead = false;
        zone = accountZone.getId();
    }

    /** The span of the period after the current one, by month or year as it will be then. */
    ServicePeriod nextPeriod(boolean trial, BillingPeriod next) {
        if (trial || next != billingPeriod) {
            return next.nth(requirePeriod().end(), 0);
        }
        Instant from = anchor;
        if (from == null) {
            throw new IllegalStateException("Nothing has started");
        }
        return billingPeriod.nth(from, periodIndex + 1);
    }

    String periodKey() {
        return term + "." + periodIndex;
    }

    String nextPeriodKey(boolean trial, BillingPeriod next) {
        if (trial) {
            return periodKey();
        }
        return next == billingPeriod ? term + "." + (periodIndex + 1) : term + 1 + ".0";
    }

    int nextOrdinal(boolean trial) {
        return trial ? 0 : billingOrdinal + 1;
    }

    void invoicedAhead(boolean ahead) {
        invoicedAhead = ahead;
    }

    boolean isInvoicedAhead() {
        return invoicedAhead;
    }

    BillingPeriod billingPeriod() {
        return billingPeriod;
    }

    int billingOrdinal() {
        return billingOrdinal;
    }

    ZoneId zone() {
        return ZoneId.of(zone);
    }

    Optional<ServicePeriod> currentPeriod() {
        return Optional.ofNullable(currentPeriod);
    }

    ServicePeriod requirePeriod() {
        if (currentPeriod == null) {
            throw new IllegalStateException("Nothing has started");
        }
        return currentPeriod;
    }
}
