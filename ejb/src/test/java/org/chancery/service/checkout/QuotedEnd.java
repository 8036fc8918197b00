package org.chancery.service.checkout;

import java.time.Instant;
import java.util.Optional;
import org.chancery.model.subscription.Subscription;

/** Leads a life for a while, has each running subscription's end quoted, and ends it as quoted. */
final class QuotedEnd {

    private static final int LONGEST = 40;

    private final LifeInMemory life;
    private final int steps;
    private int ended;

    QuotedEnd(long seed, Instant dawn) {
        this.life = new LifeInMemory(seed, dawn);
        this.steps = 1 + (int) (seed % LONGEST);
    }

    int ended() {
        return ended;
    }

    /** What came out otherwise than quoted, in words; empty when nothing did. */
    Optional<String> take() {
        life.lead(steps);
        return life.house.subscriptionRows.all().stream()
                .filter(subscription -> subscription.status().isRunning())
                .flatMap(subscription -> end(subscription).stream())
                .findFirst();
    }

    private Optional<String> end(Subscription subscription) {
        ended++;
        QuoteView quote = life.house.quotes.quoteCancellation(subscription.id());
        long before = credit();
        life.house.checkout.cancelQuoted(subscription.id(), quote.id(), null);
        long came = credit() - before;
        long quoted = quote.creditGranted() - quote.creditApplied();
        return came == quoted ? Optional.empty() : Optional.of("quoted " + quoted + ", came " + came);
    }

    private long credit() {
        return life.house.available().add(life.house.pendingCredit()).minor();
    }
}
