package org.chancery.model.job;

import java.time.Duration;

/** Everything that a timer wakes. Each node has each of these timers; the job's row says which of them does it. */
public enum Job {
    /** Renewals, retries, expiries and ends of subscriptions. */
    SUBSCRIPTIONS("subscriptions", Duration.ofMinutes(1)),
    /** Ends orders of perpetual licenses that were not paid in time. */
    PERPETUAL_LICENSES("perpetual-licenses", Duration.ofMinutes(1)),
    /** Asks the provider what became of payments whose outcome is open. */
    OPEN_PAYMENTS("open-payments", Duration.ofMinutes(1)),
    /** Sends the mails that wait. */
    OUTBOX("outbox", Duration.ofSeconds(5)),
    /** Forgets mails that were sent long ago. */
    SENT_MAILS("sent-mails", Duration.ofDays(1)),
    /** Forgets old sign-in codes, and counts of who tried. */
    SIGN_IN_CODES("sign-in-codes", Duration.ofHours(1)),
    /** Forgets old counts of what instances asked for. */
    CALL_COUNTS("call-counts", Duration.ofHours(1)),
    /** Forgets answers kept under idempotency keys. */
    IDEMPOTENCY_KEYS("idempotency-keys", Duration.ofMinutes(10)),
    /** Looks for what breaks an invariant. */
    INVARIANTS("invariants", Duration.ofDays(1));

    // So many wake-ups in a row are not missed by accident; a restart of all nodes takes less than the shortest of
    // them.
    private static final int MISSED = 3;
    private static final Duration RESTART = Duration.ofMinutes(1);

    private final String code;
    private final Duration interval;

    Job(String code, Duration interval) {
        this.code = code;
        this.interval = interval;
    }

    /** Its name in the database, the log and the metrics. */
    public String code() {
        return code;
    }

    /** The time from one of its wake-ups to the next. */
    public Duration interval() {
        return interval;
    }

    /** It is overdue when no run of it ended for so long: three intervals, and no less than a restart may take. */
    public Duration patience() {
        Duration missed = interval.multipliedBy(MISSED);
        return missed.compareTo(RESTART) < 0 ? RESTART : missed;
    }
}
