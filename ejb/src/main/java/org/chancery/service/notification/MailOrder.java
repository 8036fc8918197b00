package org.chancery.service.notification;

import java.time.Instant;
import java.util.Map;
import org.chancery.model.notification.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What to say to whom.
 *
 * @param template the first part of the keys in {@code mails.properties}
 * @param language a BCP 47 tag; English when the bundle has no other
 * @param values what the template's {@code {names}} stand for; shown as they are, never as markup
 * @param uselessAfter when the mail means nothing any more, or null
 */
public record MailOrder(
        EmailAddress to, String template, String language, Map<String, String> values, @Nullable Instant uselessAfter) {

    public MailOrder {
        values = Map.copyOf(values);
    }

    public static MailOrder of(EmailAddress to, String template, String language, Map<String, String> values) {
        return new MailOrder(to, template, language, values, null);
    }

    /** Without address and values: among them is the sign-in code. */
    @Override
    public String toString() {
        return "MailOrder[" + template + "]";
    }
}
