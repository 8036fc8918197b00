package org.chancery.service.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.model.platform.Ids;
import org.chancery.service.job.JobHold;
import org.chancery.service.notification.port.MailFailedException;
import org.chancery.service.notification.port.Mailer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: claim a few, send each with no transaction open, record what came of it, until nothing is due. One
 * bad mail never holds up the others. One run a node at a time; other nodes see rows that are claimed.
 */
@ApplicationScoped
public class OutboxDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxDelivery.class);
    private static final int MAX_BATCHES = 100;
    private static final long PATIENCE_SECONDS = 5;

    private final OutboxStepService steps;
    private final Mailer mailer;
    private final Ids ids;
    private final ReentrantLock running = new ReentrantLock();

    @Inject
    public OutboxDelivery(OutboxStepService steps, Mailer mailer, Ids ids) {
        this.steps = steps;
        this.mailer = mailer;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway")
    protected OutboxDelivery() { // the CDI proxy needs it
        this(null, null, null);
    }

    /** Sends what is due, unless that is happening already. */
    public void run() {
        run(JobHold.FREE);
    }

    /** The same, no further than the hold lasts. */
    public void run(JobHold hold) {
        if (mailer.isReady() && running.tryLock()) {
            try {
                deliverAll(hold);
            } finally {
                running.unlock();
            }
        }
    }

    /** Sends what is due and comes back when it is sent: for the sandbox, whose mailbox must not lag behind its clock. */
    public void runAndWait() {
        try {
            if (mailer.isReady() && running.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                try {
                    deliverAll(JobHold.FREE);
                } finally {
                    running.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAll(JobHold hold) {
        UUID worker = ids.next();
        boolean more = true;
        for (int batch = 0; more && batch < MAX_BATCHES && hold.lasts(); batch++) {
            OutboxStepService.Batch claimed = steps.claim(worker);
            claimed.mails().forEach(mail -> deliver(worker, mail));
            more = claimed.more();
        }
    }

    private void deliver(UUID worker, OutboxStepService.Claimed claimed) {
        try {
            mailer.send(claimed.id(), claimed.mail());
            steps.recordSent(worker, claimed.id());
        } catch (MailFailedException e) {
            LOG.warn("mail.failed message={} permanent={} reason={}", claimed.id(), e.isPermanent(), e.getMessage());
            steps.recordFailure(worker, claimed.id(), String.valueOf(e.getMessage()), e.isPermanent());
        }
    }
}
