package org.chancery.service.licensing.adapter;

import java.util.Arrays;
import java.util.Objects;
import org.chancery.model.licensing.SigningKey;
import org.jspecify.annotations.Nullable;

/** A key pair as it lies in the database, its private half encrypted. */
public record SealedKey(String kid, byte[] publicKey, byte[] sealedPrivateKey, boolean signing) {

    static SealedKey of(SigningKey key) {
        return new SealedKey(key.kid(), key.publicKey(), key.sealedPrivateKey(), key.isSigning());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedKey that
                && kid.equals(that.kid)
                && signing == that.signing
                && Arrays.equals(publicKey, that.publicKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kid, signing);
    }

    @Override
    public String toString() {
        return "SealedKey[kid=" + kid + "]";
    }
}
