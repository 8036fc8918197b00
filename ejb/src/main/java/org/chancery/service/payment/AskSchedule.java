package org.chancery.service.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.model.payment.PaymentStatus;
import org.jspecify.annotations.Nullable;

/** When a provider is asked what became of a charge: after five minutes, an hour, then daily. */
final class AskSchedule {

    static final Duration FIRST = Duration.ofMinutes(5);

    private static final List<Duration> STEPS = List.of(FIRST, Duration.ofHours(1));
    private static final Duration THEN = Duration.ofDays(1);
    private static final int GIVE_UP_AFTER = STEPS.size() + 5;

    private AskSchedule() {}

    /**
     * @param asks how often it was asked before
     * @return null to give up: only for a charge that nobody ever answered; a debit may take as long as it takes
     */
    static @Nullable Instant next(PaymentStatus status, int asks, Instant now) {
        if (status == PaymentStatus.PENDING && asks >= GIVE_UP_AFTER) {
            return null;
        }
        return now.plus(asks < STEPS.size() ? STEPS.get(asks) : THEN);
    }
}
