package org.chancery.service.notification.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.chancery.service.notification.MailQueued;

/** Turns a committed mail into a kick for the outbox, so that a sign-in code does not wait for the timer. */
@ApplicationScoped
public class OutboxKick {

    @Inject
    private OutboxTimer outbox;

    void onQueued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued queued) {
        outbox.kick();
    }
}
