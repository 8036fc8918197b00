package org.chancery.service.notification;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.notification.SandboxMail;

/**
 * A mail as the sandbox's mailbox shows it.
 *
 * @param sentAt by the sandbox's clock
 */
public record MailView(UUID id, String to, String subject, String text, String html, Instant sentAt)
        implements Serializable {

    static MailView of(SandboxMail mail) {
        return new MailView(
                mail.id(),
                mail.mail().to().text(),
                mail.mail().subject(),
                mail.mail().text(),
                mail.mail().html(),
                mail.sentAt());
    }
}
