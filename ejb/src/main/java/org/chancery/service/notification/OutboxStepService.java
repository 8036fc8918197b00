package org.chancery.service.notification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.chancery.model.notification.Mail;
import org.chancery.model.notification.OutboxMessage;
import org.chancery.model.notification.OutboxMessages;
import org.chancery.model.notification.SandboxMail;
import org.chancery.model.notification.SandboxMails;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Unaudited;

/** The short transactions before and after each delivery. What happens between them has none. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxStepService {

    /** Longer than a batch can take when every mail runs into the carrier's timeouts. */
    static final Duration LEASE = Duration.ofMinutes(5);

    static final int BATCH = 10;

    private static final Duration SENT_KEPT = Duration.ofDays(30);

    private final OutboxMessages messages;
    private final SandboxMails mailbox;
    private final Clock clock;
    private final Clock businessClock;

    @Inject
    public OutboxStepService(
            OutboxMessages messages, SandboxMails mailbox, @MachineTime Clock clock, Clock businessClock) {
        this.messages = messages;
        this.mailbox = mailbox;
        this.clock = clock;
        this.businessClock = businessClock;
    }

    @SuppressWarnings("NullAway")
    public OutboxStepService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /** A message in the hands of a worker. */
    public record Claimed(UUID id, Mail mail) {}

    /**
     * What was claimed.
     *
     * @param mails what is to be sent
     * @param more true when there may be more to claim
     */
    public record Batch(List<Claimed> mails, boolean more) {}

    /** Claims what is due. What has become useless in the meantime is parked instead. */
    @Unaudited("delivery of mail is recorded in the outbox itself")
    public Batch claim(UUID worker) {
        Instant now = clock.instant();
        List<OutboxMessage> due = messages.claimDue(worker, LEASE, BATCH);
        List<Claimed> mails = new ArrayList<>();
        for (OutboxMessage message : due) {
            if (message.isUselessAt(now)) {
                message.park(now, "useless by now");
            } else {
                mails.add(new Claimed(message.id(), message.mail()));
            }
        }
        return new Batch(mails, due.size() == BATCH);
    }

    /** Puts a mail into the sandbox's mailbox, dated by the sandbox's clock; a second delivery of it changes nothing. */
    @Unaudited("the sandbox's mailbox holds copies only")
    public void keepInMailbox(UUID id, Mail mail) {
        mailbox.addOnce(new SandboxMail(id, mail, businessClock.instant()));
    }

    /** A worker that lost its claim in the meantime records nothing. */
    @Unaudited("delivery of mail is recorded in the outbox itself")
    public void recordSent(UUID worker, UUID id) {
        messages.findClaimedLocked(id, worker).ifPresent(message -> message.recordSent(clock.instant()));
    }

    /** @param permanent true when trying again is of no use */
    @Unaudited("delivery of mail is recorded in the outbox itself")
    public void recordFailure(UUID worker, UUID id, String reason, boolean permanent) {
        Instant now = clock.instant();
        messages.findClaimedLocked(id, worker).ifPresent(message -> {
            if (permanent) {
                message.park(now, reason);
            } else {
                message.recordFailure(now, reason);
            }
        });
    }

    /** Forgets mails sent long ago. @return how many */
    @Unaudited("housekeeping")
    public int forgetSent() {
        return messages.deleteSentBefore(clock.instant().minus(SENT_KEPT));
    }
}
