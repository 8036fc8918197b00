package org.chancery.service.billing.domain;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.money.Money;
import org.chancery.model.time.ServicePeriod;
import org.jspecify.annotations.Nullable;

/**
 * A charge as it stands: what was asked for an item, and how much of it was given back already. Amounts are minor units.
 *
 * @param invoiceId on which it stands, or null while it waits for one
 * @param tax what it bore
 * @param creditedNet what earlier credits gave back of it, not negative
 * @param creditedTax and of its tax
 * @param returnedDiscount and of the coupon's worth
 * @param givenBack the spans for which something was given back
 */
public record StandingCharge(
        LineDraft line,
        Backing backing,
        @Nullable UUID invoiceId,
        long tax,
        long creditedNet,
        long creditedTax,
        long returnedDiscount,
        List<ServicePeriod> givenBack) {

    public StandingCharge {
        givenBack = List.copyOf(givenBack);
    }

    /** What stands behind it. */
    public enum Backing {
        /** It was paid, with money or credit. */
        PAID,
        /** It was asked for and is not paid yet. */
        OPEN,
        /** It waits for an invoice. */
        PENDING
    }

    /** How much of its tax may still be given back. */
    public long taxLeft() {
        return tax - creditedTax;
    }

    /**
     * Gives back what is left of it at this instant: the part of what was really charged, rounded once, and never more
     * than earlier credits left. What was given back from an earlier instant on is not given back again: the part that
     * was used by then stays paid.
     *
     * @return empty when nothing is left
     */
    public Optional<LineDraft> creditOfRest(
            UUID newId, String description, Instant at, PeriodMeter meter, Currency currency) {
        ServicePeriod span = line.period();
        long whole = meter.length(span);
        long left = meter.left(span, at);
        if (whole == 0 || left == 0 || isGivenBack(at)) {
            return Optional.empty();
        }
        long net = Math.min(share(line.net(), left, whole, currency), line.net() - creditedNet);
        long discount = Math.min(share(line.discount(), left, whole, currency), line.discount() - returnedDiscount);
        return net == 0 && discount == 0
                ? Optional.empty()
                : Optional.of(credit(newId, description, net, discount, rest(span, at)));
    }

    private boolean isGivenBack(Instant at) {
        return givenBack.stream().anyMatch(span -> span.contains(at));
    }

    private LineDraft credit(UUID newId, String description, long net, long discount, ServicePeriod span) {
        return new LineDraft(
                newId,
                line.itemId(),
                line.kind(),
                description,
                line.quantity(),
                -net,
                0,
                discount,
                span,
                true,
                line.id(),
                line.taxRate(),
                line.taxReason());
    }

    private static long share(long amount, long part, long whole, Currency currency) {
        return new Money(amount, currency).share(part, whole).minor();
    }

    private static ServicePeriod rest(ServicePeriod span, Instant at) {
        return at.isAfter(span.start()) ? new ServicePeriod(at, span.end()) : span;
    }
}
