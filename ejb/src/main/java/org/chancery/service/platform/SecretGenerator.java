package org.chancery.service.platform;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * Makes secrets that people paste: a prefix that says what it is, 256 random bits and a checksum, in letters and digits
 * only, so that a double click selects all of it and a typing error is seen without asking the database.
 */
public final class SecretGenerator {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_CHARACTERS = 43; // 43 * log2(62) = 256 bits
    private static final int CHECK_CHARACTERS = 6;

    private final SecureRandom random;

    public SecretGenerator(SecureRandom random) {
        this.random = random;
    }

    /** @param prefix such as {@code lic_} */
    public String next(String prefix) {
        StringBuilder secret = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            secret.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return secret.append(checksum(secret.toString())).toString();
    }

    /** True for what {@link #next} could have made; says nothing about whether such a secret was ever issued. */
    public static boolean isWellFormed(String prefix, String secret) {
        int end = secret.length() - CHECK_CHARACTERS;
        return secret.startsWith(prefix)
                && secret.length() == prefix.length() + RANDOM_CHARACTERS + CHECK_CHARACTERS
                && checksum(secret.substring(0, end)).equals(secret.substring(end));
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = crc.getValue();
        StringBuilder check = new StringBuilder();
        for (int i = 0; i < CHECK_CHARACTERS; i++) {
            check.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return check.toString();
    }
}
