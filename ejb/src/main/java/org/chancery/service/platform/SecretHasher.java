package org.chancery.service.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The only form in which the database keeps a secret: HMAC-SHA-256 (RFC 2104) under a key derived from the master key,
 * so that a stolen dump can't be searched for guesses. Lookups go by this hash, so no comparison leaks time.
 */
public final class SecretHasher {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public SecretHasher(byte[] masterKey) {
        this.key = new SecretKeySpec(DerivedKeys.derive(masterKey, "secret-hash"), ALGORITHM);
    }

    /** @return 43 characters of base64url */
    public String hash(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] digest = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
