package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key pair for leases and denials. One signs at a time; the ones before it stay published, so that what they signed
 * can still be verified. Private keys are stored encrypted only.
 */
@Entity
public class SigningKey {

    private static final String SIGNING = "signing";

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

    @SuppressWarnings("NullAway.Init")
    protected SigningKey() {} // Hibernate only

    /** A key that signs from now on.
     *
     * @param kid its name: the thumbprint of the public key
     * @param sealedPrivateKey encrypted under the master key
     */
    public SigningKey(String kid, byte[] publicKey, byte[] sealedPrivateKey, Instant createdAt) {
        this.kid = kid;
        this.publicKey = publicKey.clone();
        this.sealedPrivateKey = sealedPrivateKey.clone();
        this.createdAt = createdAt;
        this.liveKey = SIGNING;
    }

    /** From now on it verifies only. */
    public void retire() {
        liveKey = null;
    }

    public boolean isSigning() {
        return liveKey != null;
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
}
