package org.chancery.service.licensing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A secret as a caller presented it, freed from the blanks and quotes that pasting leaves around it. Never printed.
 *
 * @param clear the secret itself; empty when none was presented
 */
public record PresentedSecret(String clear) {

    public PresentedSecret {
        clear = trim(clear);
    }

    /** The hash under which check secrets are known: base64url(SHA-256), as the instance itself computes it. */
    public String sha256() {
        return sha256Of(clear);
    }

    /** base64url(SHA-256) of any text. */
    public static String sha256Of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "PresentedSecret[...]";
    }

    private static String trim(String pasted) {
        int start = 0;
        int end = pasted.length();
        while (start < end && isWrapping(pasted.charAt(start))) {
            start++;
        }
        while (end > start && isWrapping(pasted.charAt(end - 1))) {
            end--;
        }
        return pasted.substring(start, end);
    }

    private static boolean isWrapping(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || "\"'`\u201c\u201d\u2018\u2019".indexOf(c) >= 0;
    }
}
