package org.chancery.client.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.chancery.client.platform.Machine;

/** A check secret. It leaves the machine as proof of itself only; before that, only its hash does. Never printed. */
public record CheckSecret(String clear) {

    private static final int RANDOM_BYTES = 32;

    /** A new one. */
    public static CheckSecret draw(Machine machine) {
        return new CheckSecret("chk_" + machine.randomText(RANDOM_BYTES));
    }

    /** base64url(SHA-256), the form in which the server knows it. */
    public String hash() {
        return hashOf(clear);
    }

    /** base64url(SHA-256) of any text. */
    public static String hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "CheckSecret[...]";
    }
}
