package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Tones;

/** How a subscription stands, in the fixed words; one that will end is scheduled to cancel, whatever else it is. */
@Named
@RequestScoped
public class SubscriptionWords {

    @Inject
    private Phrases phrases;

    @Inject
    private Tones tones;

    /** True when it goes on for now but ends with its period. */
    public boolean isEnding(SubscriptionView subscription) {
        return subscription.cancelAt() != null && subscription.status().isRunning();
    }

    public String tone(SubscriptionView subscription) {
        return isEnding(subscription) && subscription.status() == SubscriptionStatus.ACTIVE
                ? "info"
                : tones.ofSubscription(subscription.status());
    }

    /** The status word. What is owed says more than that it will end. */
    public String word(SubscriptionView subscription) {
        return isEnding(subscription)
                        && (subscription.status() == SubscriptionStatus.ACTIVE
                                || subscription.status() == SubscriptionStatus.TRIALING)
                ? phrases.text("subscription.status.canceling")
                : tones.wordOfSubscription(subscription.status());
    }

    /** When it renews or ends, or what it waits for, in one sentence. */
    public String line(SubscriptionView subscription) {
        Instant end = subscription.cancelAt();
        if (end != null && isEnding(subscription)) {
            return phrases.text("subscription.ends", end);
        }
        if (subscription.endedAt() != null && subscription.status() == SubscriptionStatus.CANCELED) {
            return phrases.text("subscription.ended", subscription.endedAt());
        }
        ServicePeriod period = subscription.currentPeriod();
        if (period != null && subscription.status() == SubscriptionStatus.ACTIVE) {
            return phrases.text(
                    "subscription.renews",
                    period.end(),
                    new Money(subscription.amountPerPeriod(), subscription.currency()));
        }
        if (period != null && subscription.status() == SubscriptionStatus.TRIALING) {
            return phrases.text("subscription.trialUntil", period.end());
        }
        return phrases.text("subscription.about." + subscription.status().word());
    }

    /** "Startup, monthly" */
    public String name(SubscriptionView subscription) {
        return phrases.text("subscription.heading." + subscription.period().word(), subscription.planName());
    }
}
