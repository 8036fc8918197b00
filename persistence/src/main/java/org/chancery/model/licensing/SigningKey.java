package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair for leases, denials and offline licenses. It is published before it signs, so that it can be known to all who
 * will have to verify by it; it signs, alone; and it stays published afterwards, so that what it signed can still be
 * verified. Private keys are stored encrypted only.
 */
@Entity
public class SigningKey {

    private static final String SIGNING = "signing";
    private static final String NEXT = "next";

    @Id
    @Column(length = 43)
    private String kid;

    @Column(nullable = false, updatable = false)
    private byte[] publicKey;

    @Column(nullable = false, updatable = false)
    private byte[] sealedPrivateKey;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** The same word in the one key that signs, null in all others: with its unique index, two can never sign. */
    @Column(unique = true, length = 8)
    private @Nullable String liveKey;

    /** The same for the one that waits. */
    @Column(unique = true, length = 8)
    private @Nullable String nextKey;

    @Column
    private @Nullable Instant signsSince;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {} // Hibernate only

    /**
     * A key that is published and does not sign yet.
     *
     * @param kid its name: the thumbprint of the public key
     * @param sealedPrivateKey encrypted under the master key
     */
    public SigningKey(String kid, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt) {
        this.kid = kid;
        this.publicKey = publicKey.clone();
        this.sealedPrivateKey = sealedPrivateKey.clone();
        this.createdAt = createdAt;
        this.nextKey = NEXT;
    }

    /** From now on it signs, and no other does. */
    public void sign(Instant now) {
        nextKey = null;
        liveKey = SIGNING;
        signsSince = now;
    }

    /** From now on it verifies only. */
    public void retire(Instant now) {
        liveKey = null;
        retiredAt = now;
    }

    public SigningKeyState state() {
        if (liveKey != null) {
            return SigningKeyState.SIGNING;
        }
        return nextKey == null ? SigningKeyState.RETIRED : SigningKeyState.NEXT;
    }

    public boolean isSigning() {
        return state() == SigningKeyState.SIGNING;
    }

    public String kid() {
        return kid;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sealedPrivateKey() {
        return sealedPrivateKey.clone();
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null while it has not signed. */
    public @Nullable Instant signsSince() {
        return signsSince;
    }

    /** Null while it signs, and before. */
    public @Nullable Instant retiredAt() {
        return retiredAt;
    }
}
