package org.chancery.model.account;

import java.time.Duration;
import java.util.List;

/** What is counted, and how much of it is allowed. The pause is what must lie between the n-th and the next. */
public enum RateScope {
    /** Sign-in codes mailed to one address: 5 an hour, 20 a day, with growing pauses from the third on. */
    CODES_TO_ADDRESS(true, new RateLimit(5, Duration.ofHours(1)), new RateLimit(20, Duration.ofDays(1))),
    /** Sign-in codes asked for from one network address: 20 an hour. */
    CODES_FROM_NETWORK(false, new RateLimit(20, Duration.ofHours(1))),
    /** Second factors tried by one operator. */
    SECOND_FACTORS(false, new RateLimit(5, Duration.ofMinutes(15)), new RateLimit(20, Duration.ofDays(1))),
    /** Invitations sent by one account. */
    INVITATIONS(false, new RateLimit(20, Duration.ofHours(1)), new RateLimit(50, Duration.ofDays(1)));

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);

    private final boolean pausing;
    private final List<RateLimit> limits;

    RateScope(boolean pausing, RateLimit... limits) {
        this.pausing = pausing;
        this.limits = List.of(limits);
    }

    public List<RateLimit> limits() {
        return limits;
    }

    /** How long to wait after so many within the hour: nothing twice, then 15 seconds, doubling. */
    Duration pauseAfter(int inTheHour) {
        return pausing && inTheHour >= 2 ? FIRST_PAUSE.multipliedBy(1L << (inTheHour - 2)) : Duration.ZERO;
    }
}
