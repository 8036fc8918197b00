package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A mailed sign-in code: for one address, one browser (the hash of its attempt cookie) and one door. It lives ten
 * minutes, bears five tries with growing pauses, and ends when it is used or a newer one for its address is made. The
 * code is kept as an HMAC only. On the console it opens the way to the second factor, for ten more minutes.
 */
@Entity
public class LoginCode extends AggregateRoot {

    public static final Duration LIFETIME = Duration.ofMinutes(10);
    public static final int MAX_TRIES = 5;

    /** What became of a try; all but {@link #GRANTED} and {@link #WAIT} look alike to the person. */
    public enum Try {
        GRANTED,
        WAIT,
        OVER
    }

    @Column(nullable = false, updatable = false, length = EmailAddress.MAX_LENGTH)
    private String email;

    // The address while the code lives, null afterwards: a plain unique index keeps one live code per address.
    @Column(length = EmailAddress.MAX_LENGTH)
    private @Nullable String liveKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private SignInPlace place;

    @Column(nullable = false, updatable = false, length = 43)
    private String codeHash;

    @Column(nullable = false, updatable = false, length = 43)
    private String attemptHash;

    @Column(nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(nullable = false)
    private int tries;

    @Column(nullable = false)
    private Instant nextTryAt;

    private @Nullable Instant usedAt;

    private @Nullable Instant completedAt;

    @SuppressWarnings("NullAway.Init")
    protected LoginCode() {} // Hibernate only

    public LoginCode(UUID id, EmailAddress email, SignInPlace place, String codeHash, String attemptHash, Instant now) {
        super(id);
        this.email = email.text();
        this.liveKey = email.text();
        this.place = place;
        this.codeHash = codeHash;
        this.attemptHash = attemptHash;
        this.expiresAt = now.plus(LIFETIME);
        this.nextTryAt = now;
    }

    /**
     * Takes one of the tries before anything is compared, so that no more than five comparisons ever happen, however
     * many arrive together.
     */
    public Try takeTry(Instant now) {
        if (!isOpenAt(now) || tries >= MAX_TRIES) {
            return Try.OVER;
        }
        if (now.isBefore(nextTryAt)) {
            return Try.WAIT;
        }
        tries++;
        nextTryAt = now.plus(pauseAfter(tries));
        return Try.GRANTED;
    }

    /** A slip of the finger costs nothing; from the second wrong try on it is 2, 4 and 8 seconds. */
    static Duration pauseAfter(int tries) {
        return tries < 2 ? Duration.ZERO : Duration.ofSeconds(1L << (tries - 1));
    }

    /** True until it is used, replaced or ten minutes old; at the very second of its end it is over. */
    public boolean isOpenAt(Instant now) {
        return liveKey != null && usedAt == null && now.isBefore(expiresAt);
    }

    /** True while the proven address still opens the way to the second factor. */
    public boolean awaitsSecondFactorAt(Instant now) {
        return usedAt != null && completedAt == null && now.isBefore(usedAt.plus(LIFETIME));
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public SignInPlace place() {
        return place;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant nextTryAt() {
        return nextTryAt;
    }

    public int tries() {
        return tries;
    }

    public String codeHash() {
        return codeHash;
    }

    public String attemptHash() {
        return attemptHash;
    }

    /** Neither the address nor any hash. */
    @Override
    public String toString() {
        return "LoginCode[" + id() + "]";
    }
}
