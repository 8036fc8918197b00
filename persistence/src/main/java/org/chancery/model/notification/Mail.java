package org.chancery.model.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One finished mail to one person.
 *
 * @param subject one line, at most 200 characters, no control characters
 * @param html the same words as {@code text}, every value escaped
 */
public record Mail(EmailAddress to, String subject, String text, String html) {

    private static final int MAX_SUBJECT = 200;

    public Mail {
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A subject is one line of 1 to " + MAX_SUBJECT + " characters");
        }
    }

    /** SHA-256 over envelope and text: two mails with the same one say the same to the same person. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] all = (to.text() + '\n' + subject + '\n' + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the body, which may hold a code, and without the address, which is nobody's business in a log. */
    @Override
    public String toString() {
        return "Mail[subject length " + subject.length() + "]";
    }
}
