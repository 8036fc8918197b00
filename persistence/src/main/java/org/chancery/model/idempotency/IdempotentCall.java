package org.chancery.model.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * One call made under a key. While it runs, or when its node died before the answer was kept, a repetition is told to
 * wait: doing it again could buy twice. An ended call answers its repetitions for a day.
 */
@Entity
public class IdempotentCall extends AggregateRoot {

    /** How long a key is remembered. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final int RETRY_AFTER_SECONDS = 5;

    @Column(nullable = false, updatable = false, length = 43)
    private String callerHash;

    @Column(nullable = false, updatable = false, length = 300)
    private String path;

    @Column(nullable = false, updatable = false, length = 255)
    private String idempotencyKey;

    @Column(nullable = false, updatable = false, length = 43)
    private String bodyHash;

    @Column(nullable = false, updatable = false)
    private Instant startedAt;

    @Column
    private byte @Nullable [] sealedAnswer;

    @SuppressWarnings("NullAway.Init")
    protected IdempotentCall() {} // Hibernate only

    /**
     * @param callerHash whose key it is: a hash of the bearer token or license secret
     * @param bodyHash what was asked: base64url of the body's SHA-256
     */
    public IdempotentCall(
            UUID id, String callerHash, String path, String idempotencyKey, String bodyHash, Instant startedAt) {
        super(id);
        this.callerHash = callerHash;
        this.path = path;
        this.idempotencyKey = idempotencyKey;
        this.bodyHash = bodyHash;
        this.startedAt = startedAt;
    }

    /**
     * The kept answer for a repetition with this body.
     *
     * @throws DomainException when the body is another's, or the first call has not ended
     */
    public byte[] answerTo(String repeatedBodyHash) {
        if (!bodyHash.equals(repeatedBodyHash)) {
            throw new DomainException(IdempotencyRefusal.MISMATCH, "Key reused with another body on " + path);
        }
        return Optional.ofNullable(sealedAnswer).orElseThrow(this::inProgress);
    }

    /** The refusal of this call when another one took its key in the same moment. */
    DomainException isBeatenToItsKey(Exception cause) {
        DomainException refused = inProgress();
        refused.initCause(cause);
        return refused;
    }

    private DomainException inProgress() {
        return new DomainException(
                IdempotencyRefusal.IN_PROGRESS,
                "The first call on " + path + " still runs",
                Map.of("retryAfter", RETRY_AFTER_SECONDS));
    }

    /** Keeps the answer, encrypted, for the repetitions. */
    public void end(byte[] sealed) {
        sealedAnswer = sealed.clone();
    }

    public boolean isForgottenAt(Instant now) {
        return !now.isBefore(startedAt.plus(KEPT));
    }
}
