package org.chancery.service.notification.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chancery.model.notification.Mail;
import org.chancery.service.notification.OutboxStepService;
import org.chancery.service.notification.port.Mailer;
import org.chancery.service.platform.ChanceryConfig;

/** Puts mail into the mailbox that the sandbox shows to everybody. */
@ApplicationScoped
@Typed(SandboxMailer.class)
public class SandboxMailer implements Mailer {

    private final OutboxStepService steps;
    private final ChanceryConfig config;

    @Inject
    public SandboxMailer(OutboxStepService steps, ChanceryConfig config) {
        this.steps = steps;
        this.config = config;
    }

    @SuppressWarnings("NullAway")
    protected SandboxMailer() { // the CDI proxy needs it
        this(null, null);
    }

    @Override
    public boolean isReady() {
        return config.isSandbox();
    }

    @Override
    public void send(UUID id, Mail mail) {
        steps.keepInMailbox(id, mail);
    }
}
