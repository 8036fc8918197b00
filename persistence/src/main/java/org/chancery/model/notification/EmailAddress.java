package org.chancery.model.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail can be sent to: the dot-atom form of RFC 5321 with a registered-looking domain, in lower case.
 * Stricter than the RFC on purpose: no quotes, comments, addresses of hosts or control characters, so that one person
 * has one spelling and nothing can be smuggled into a header.
 */
public record EmailAddress(String text) {

    /** The longest address that SMTP can carry. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern LAST_LABEL = Pattern.compile("[a-z][a-z0-9-]*[a-z0-9]");

    /** @throws IllegalArgumentException when the text is not an address in its one spelling; see {@link #parse} */
    public EmailAddress {
        if (!isValid(text)) {
            throw new IllegalArgumentException("Not an address in its one spelling");
        }
    }

    /** Reads what a person typed: blanks around it and upper case are forgiven, nothing else. */
    public static Optional<EmailAddress> parse(@Nullable String typed) {
        if (typed == null || typed.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        String text = trimBlanks(typed).toLowerCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** @throws InvalidRequestException naming the field when the text is not an address */
    public static EmailAddress require(String field, @Nullable String typed) {
        return parse(typed).orElseThrow(() -> new InvalidRequestException(field, "email", "must be an e-mail address"));
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isValid(String text) {
        int at = text.indexOf('@');
        return text.length() <= MAX_LENGTH
                && at > 0
                && at <= MAX_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && isDomain(text.substring(at + 1));
    }

    private static boolean isDomain(String domain) {
        String[] labels = domain.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return labels.length > 1
                && LAST_LABEL.matcher(labels[labels.length - 1]).matches();
    }

    // Only spaces and tabs: a line break is never an accident of pasting that we may forgive.
    private static String trimBlanks(String typed) {
        int start = 0;
        int end = typed.length();
        while (start < end && isBlank(typed.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
