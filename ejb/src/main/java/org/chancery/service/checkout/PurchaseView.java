package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.catalog.PlanKind;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * What somebody bought, a subscription or a perpetual license, as far as paying it and starting on it are concerned.
 *
 * @param waitsUntil when it gives up waiting for what is not paid, or null
 * @param invoice the newest one; null for a trial
 * @param renewal when and for how much it renews; null for what does not
 * @param updatesUntil the last release date that is covered, inclusive; null for what has no such end, or is not paid yet
 */
public record PurchaseView(
        UUID id,
        PlanKind kind,
        Stage stage,
        String product,
        UUID license,
        Collection collection,
        @Nullable Instant waitsUntil,
        @Nullable InvoiceView invoice,
        @Nullable Renewal renewal,
        @Nullable LocalDate updatesUntil)
        implements Serializable {

    /** How far it has come. */
    public enum Stage {
        /** The order is not paid yet. */
        AWAITING_PAYMENT,
        STARTED,
        /** The order came to nothing, or what it bought has ended since. */
        OVER
    }

    /** When it renews and what a period costs, in minor units before discount and tax. */
    public record Renewal(Instant at, long amount, Currency currency) implements Serializable {}

    static PurchaseView of(Subscription subscription, @Nullable InvoiceView invoice) {
        return new PurchaseView(
                subscription.id(),
                PlanKind.SUBSCRIPTION,
                stageOf(subscription.status()),
                subscription.productCode(),
                subscription.licenseId(),
                subscription.collection(),
                subscription.expiresAt().orElse(null),
                invoice,
                subscription
                        .currentPeriod()
                        .map(ServicePeriod::end)
                        .map(end -> renewal(subscription, end))
                        .orElse(null),
                null);
    }

    private static Renewal renewal(Subscription subscription, Instant at) {
        return new Renewal(at, SubscriptionView.of(subscription).amountPerPeriod(), subscription.currency());
    }

    private static Stage stageOf(SubscriptionStatus status) {
        return switch (status) {
            case INCOMPLETE -> Stage.AWAITING_PAYMENT;
            case INCOMPLETE_EXPIRED, CANCELED -> Stage.OVER;
            case TRIALING, ACTIVE, PAST_DUE, UNPAID -> Stage.STARTED;
        };
    }

    static PurchaseView of(PerpetualLicense perpetual, @Nullable InvoiceView invoice) {
        Stage stage =
                switch (perpetual.status()) {
                    case INCOMPLETE -> Stage.AWAITING_PAYMENT;
                    case ACTIVE -> Stage.STARTED;
                    case INCOMPLETE_EXPIRED -> Stage.OVER;
                };
        return new PurchaseView(
                perpetual.id(),
                PlanKind.PERPETUAL,
                stage,
                perpetual.productCode(),
                perpetual.licenseId(),
                perpetual.collection(),
                perpetual.expiresAt().orElse(null),
                invoice,
                null,
                perpetual.updatesUntil().orElse(null));
    }

    /** True when an invoice of it is to be paid by transfer. A further year of updates may be paid unlike the order. */
    public boolean isByTransfer(InvoiceView asked) {
        return kind == PlanKind.PERPETUAL ? !asked.isDueAtOnce() : collection == Collection.WIRE;
    }
}
