package org.chancery.service.notification.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chancery.model.notification.Mail;
import org.chancery.service.notification.port.MailFailedException;
import org.chancery.service.notification.port.Mailer;

/**
 * The carriers that the configuration asks for: the mail host when one is set, and the mailbox in the sandbox. SMTP goes
 * first, because the mailbox takes the same mail twice without harm and a mail host does not.
 */
@ApplicationScoped
public class ConfiguredMailer implements Mailer {

    private final List<Mailer> carriers;

    @Inject
    public ConfiguredMailer(SmtpMailer smtp, SandboxMailer mailbox) {
        this.carriers = List.of(smtp, mailbox);
    }

    @SuppressWarnings("NullAway")
    protected ConfiguredMailer() { // the CDI proxy needs it
        this.carriers = List.of();
    }

    @Override
    public boolean isReady() {
        return carriers.stream().anyMatch(Mailer::isReady);
    }

    @Override
    public void send(UUID id, Mail mail) throws MailFailedException {
        for (Mailer carrier : carriers) {
            if (carrier.isReady()) {
                carrier.send(id, mail);
            }
        }
    }
}
