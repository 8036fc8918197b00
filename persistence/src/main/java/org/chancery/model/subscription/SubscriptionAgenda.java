package org.chancery.model.subscription;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chancery.model.subscription.SubscriptionStep.Due;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;

/** When time alone makes something happen to a subscription. */
final class SubscriptionAgenda {

    /** Renewals by transfer are invoiced this long before the period starts. */
    private static final Duration AHEAD = Duration.ofDays(14);

    private SubscriptionAgenda() {}

    static Optional<Due> next(Subscription subscription) {
        return subscription.isParked()
                ? Optional.empty()
                : all(subscription).stream().min(Due::compareTo);
    }

    private static List<Due> all(Subscription subscription) {
        return switch (subscription.status()) {
            case INCOMPLETE ->
                subscription
                        .expiresAt()
                        .map(at -> List.of(new Due(at, SubscriptionStep.EXPIRE)))
                        .orElse(List.of());
            case TRIALING, ACTIVE, PAST_DUE -> running(subscription);
            case UNPAID ->
                subscription
                        .dunning()
                        .map(d -> List.of(new Due(d.giveUpAt(), SubscriptionStep.GIVE_UP)))
                        .orElse(List.of());
            case INCOMPLETE_EXPIRED, CANCELED -> Collections.emptyList();
        };
    }

    private static List<Due> running(Subscription subscription) {
        List<Due> steps = new ArrayList<>();
        subscription.currentPeriod().ifPresent(period -> {
            steps.add(new Due(period.end(), SubscriptionStep.ROLL_OVER));
            aheadAt(subscription).ifPresent(at -> steps.add(new Due(at, SubscriptionStep.INVOICE_AHEAD)));
            waiting(subscription, period).ifPresent(at -> steps.add(new Due(at, SubscriptionStep.BILL_PENDING)));
        });
        subscription.awaitedDueAt().ifPresent(at -> steps.add(new Due(at, SubscriptionStep.OVERDUE)));
        subscription
                .awaitingChange()
                .flatMap(PlanChange::lapsesAt)
                .ifPresent(at -> steps.add(new Due(at, SubscriptionStep.LAPSE_CHANGE)));
        subscription.dunning().ifPresent(dunning -> {
            dunning.retryAt().ifPresent(at -> steps.add(new Due(at, SubscriptionStep.RETRY)));
            if (dunning.retryAt().isEmpty()) {
                steps.add(new Due(dunning.suspendAt(), SubscriptionStep.SUSPEND));
            }
        });
        return steps;
    }

    /** When the next period is invoiced, to be paid by transfer; empty when it is not, or was already. */
    static Optional<Instant> aheadAt(Subscription subscription) {
        boolean ahead = subscription.collection() == Collection.WIRE
                && !subscription.isInvoicedAhead()
                && subscription.cancelAt().isEmpty();
        return ahead ? subscription.currentPeriod().map(SubscriptionAgenda::aheadOf) : Optional.empty();
    }

    private static Instant aheadOf(ServicePeriod period) {
        Instant at = period.end().minus(AHEAD);
        return at.isBefore(period.start()) ? period.start() : at;
    }

    /** In a year, nothing waits for its invoice longer than a month. */
    static Optional<Instant> waiting(Subscription subscription, ServicePeriod period) {
        return subscription.billingPeriod() == BillingPeriod.MONTH
                ? Optional.empty()
                : subscription
                        .pendingSince()
                        .map(since ->
                                since.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant())
                        .filter(at -> at.isBefore(period.end()));
    }
}
