package org.chancery.service.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.MissingResourceException;
import org.chancery.model.notification.Mail;
import org.chancery.model.notification.OutboxMessage;
import org.chancery.model.notification.OutboxMessages;
import org.chancery.model.platform.Ids;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Unaudited;

/**
 * Takes mail that a use case decided on. The mail exists if and only if the use case's transaction commits; it is sent
 * afterwards. Callable by whoever runs a use case, signed in or not.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OutboxService {

    private final OutboxMessages messages;
    private final Event<MailQueued> queued;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OutboxService(OutboxMessages messages, Event<MailQueued> queued, Ids ids, @MachineTime Clock clock) {
        this.messages = messages;
        this.queued = queued;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OutboxService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /**
     * Queues a mail in the caller's transaction. One that says the same as a mail still waiting is merged into it.
     *
     * @throws MissingResourceException when there is no such template, IllegalArgumentException when it lacks a value:
     *     faults of ours
     */
    @Unaudited("the use case that decides on the mail is audited")
    public void enqueue(MailOrder order) {
        Mail mail = MailTexts.write(order);
        if (messages.hasOpenLike(mail)) {
            return;
        }
        messages.add(new OutboxMessage(ids.next(), mail, clock.instant(), order.uselessAfter()));
        queued.fire(new MailQueued());
    }
}
