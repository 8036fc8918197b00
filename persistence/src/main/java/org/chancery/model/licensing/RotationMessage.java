package org.chancery.model.licensing;

import java.util.regex.Pattern;

/**
 * What a check says about secrets.
 *
 * @param presentedHash base64url(SHA-256) of the secret that authorised the message
 * @param nextHash the hash that the instance proposes, drawn and written down before it was sent
 * @param epoch the instance's, as the sender believes
 * @param bootId names one start of the sending process
 */
public record RotationMessage(String presentedHash, String nextHash, int epoch, String bootId) {

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43}");

    boolean isMalformed() {
        return bootId.isBlank() || !isHash(nextHash) || !isHash(presentedHash);
    }

    /** True for 43 characters of base64url, which is how a SHA-256 is written. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
