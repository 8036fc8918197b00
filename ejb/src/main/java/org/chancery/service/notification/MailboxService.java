package org.chancery.service.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.notification.SandboxMails;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** The sandbox's mailbox. Open to everybody there, because that is how a visitor gets the first sign-in code. */
@Stateless
@PermitAll
public class MailboxService {

    private static final int MOST_SHOWN = 100;

    private final SandboxMails mails;
    private final ChanceryConfig config;
    private final OutboxDelivery outbox;

    @Inject
    public MailboxService(SandboxMails mails, ChanceryConfig config, OutboxDelivery outbox) {
        this.mails = mails;
        this.config = config;
        this.outbox = outbox;
    }

    @SuppressWarnings("NullAway")
    public MailboxService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /**
     * The newest 100 mails first, with everything that was due when it was asked.
     *
     * @param to whose mails, or null or empty for everybody's
     * @throws NotFoundException in production
     */
    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // mail is sent with no transaction open
    public List<MailView> list(@Nullable String to) {
        requireSandbox();
        outbox.runAndWait();
        return mails.latest(recipient(to), MOST_SHOWN).stream()
                .map(MailView::of)
                .toList();
    }

    /**
     * Empties the mailbox, or one person's part of it.
     *
     * @return how many mails went
     * @throws NotFoundException in production
     */
    @Unaudited("the sandbox's mailbox holds copies only")
    public int delete(@Nullable String to) {
        requireSandbox();
        return mails.delete(recipient(to));
    }

    private static Optional<EmailAddress> recipient(@Nullable String to) {
        return to == null || to.isBlank() ? Optional.empty() : Optional.of(EmailAddress.require("to", to));
    }

    private void requireSandbox() {
        if (!config.isSandbox()) {
            throw new NotFoundException("sandbox", "mailbox");
        }
    }
}
