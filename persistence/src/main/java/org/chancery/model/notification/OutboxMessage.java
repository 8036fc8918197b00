package org.chancery.model.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a business transaction decided on. A worker claims it for a while, sends it with no transaction open and
 * records what came of it: sent, tried again later with growing pauses, or parked for a person to look at. A worker that
 * dies loses its claim by time. Once it is over, only the envelope is kept.
 */
@Entity
public class OutboxMessage extends AggregateRoot {

    /** So many failures park a message: with the growing pauses that is more than a day of trying. */
    public static final int MAX_ATTEMPTS = 12;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MAX_ERROR = 500;

    @Column(nullable = false, updatable = false, length = EmailAddress.MAX_LENGTH)
    private String recipient;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(nullable = false)
    private String text;

    @Column(nullable = false)
    private String html;

    @Column(nullable = false, updatable = false, length = 64)
    private String fingerprint;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private @Nullable Instant uselessAfter;

    @Column(nullable = false)
    private int attempts;

    @Column(nullable = false)
    private Instant nextAttemptAt;

    private @Nullable UUID claimedBy;

    private @Nullable Instant claimedUntil;

    private @Nullable Instant sentAt;

    private @Nullable Instant parkedAt;

    @Column(length = MAX_ERROR)
    private @Nullable String lastError;

    @SuppressWarnings("NullAway.Init")
    protected OutboxMessage() {} // Hibernate only

    /**
     * @param uselessAfter when the mail means nothing any more, such as a code's end; then it is dropped. Null: never
     */
    public OutboxMessage(UUID id, Mail mail, Instant createdAt, @Nullable Instant uselessAfter) {
        super(id);
        this.recipient = mail.to().text();
        this.subject = mail.subject();
        this.text = mail.text();
        this.html = mail.html();
        this.fingerprint = mail.fingerprint();
        this.createdAt = createdAt;
        this.nextAttemptAt = createdAt;
        this.uselessAfter = uselessAfter;
    }

    public Mail mail() {
        return new Mail(new EmailAddress(recipient), subject, text, html);
    }

    /** True when a worker may take it now: due, open, and not in the hands of a living worker. */
    public boolean isClaimableAt(Instant now) {
        return isOpen() && !nextAttemptAt.isAfter(now) && (claimedUntil == null || !claimedUntil.isAfter(now));
    }

    /** Gives the message to a worker until its lease ends. */
    public void claim(UUID worker, Instant now, Duration lease) {
        if (!isClaimableAt(now)) {
            throw new IllegalStateException("Message " + id() + " cannot be claimed now");
        }
        claimedBy = worker;
        claimedUntil = now.plus(lease);
    }

    public boolean isClaimedBy(UUID worker) {
        return worker.equals(claimedBy);
    }

    /** True when its content is of no use any more, so that sending it would only confuse. */
    public boolean isUselessAt(Instant now) {
        return uselessAfter != null && now.isAfter(uselessAfter);
    }

    /** It left the house. The body may hold a code, so it goes. */
    public void recordSent(Instant now) {
        sentAt = now;
        finish();
    }

    /** Nobody will send it: it was refused for good, or has become useless. */
    public void park(Instant now, String reason) {
        parkedAt = now;
        lastError = shortened(reason);
        finish();
    }

    /** It could not be sent this time; tries again after a pause, or parks when it has been tried often enough. */
    public void recordFailure(Instant now, String reason) {
        attempts++;
        if (attempts >= MAX_ATTEMPTS) {
            park(now, reason);
            return;
        }
        lastError = shortened(reason);
        nextAttemptAt = now.plus(pauseAfter(attempts));
        release();
    }

    /** The pause after the n-th failure: 30 seconds, doubling, at most six hours. */
    static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void finish() {
        text = "";
        html = "";
        release();
    }

    private void release() {
        claimedBy = null;
        claimedUntil = null;
    }

    private static String shortened(String reason) {
        return reason.length() <= MAX_ERROR ? reason : reason.substring(0, MAX_ERROR);
    }

    public boolean isOpen() {
        return sentAt == null && parkedAt == null;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public int attempts() {
        return attempts;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable Instant parkedAt() {
        return parkedAt;
    }

    public @Nullable String lastError() {
        return lastError;
    }
}
