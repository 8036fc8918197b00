package org.chancery.service.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps small things secret at rest: AES-256-GCM under a key derived from the master key, a fresh 96-bit nonce each,
 * laid out as nonce, ciphertext, tag.
 */
public final class Vault {

    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    public Vault(byte[] masterKey, SecureRandom random) {
        this.key = new SecretKeySpec(DerivedKeys.derive(masterKey, "vault"), "AES");
        this.random = random;
    }

    public byte[] encrypt(byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, clear);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException when the bytes were tampered with or made under another master key */
    public byte[] decrypt(byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalStateException("Too short to have been sealed here");
        }
        ByteBuffer buffer = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] body = new byte[sealed.length - NONCE_BYTES];
        buffer.get(nonce).get(body);
        return crypt(Cipher.DECRYPT_MODE, nonce, body);
    }

    private byte[] crypt(int cipherMode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(cipherMode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed under another master key, or damaged", e);
        }
    }
}
