package org.chancery.service.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.notification.InMemoryOutboxMessages;
import org.chancery.model.notification.InMemorySandboxMails;
import org.chancery.model.notification.Mail;
import org.chancery.model.notification.OutboxMessage;
import org.chancery.model.platform.Ids;
import org.chancery.service.notification.port.MailFailedException;
import org.chancery.service.notification.port.Mailer;
import org.chancery.service.platform.SetClock;
import org.junit.jupiter.api.Test;

class OutboxDeliveryTest {

    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final EmailAddress EVE = new EmailAddress("eve@example.org");
    private final SetClock clock = new SetClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final InMemoryOutboxMessages messages = new InMemoryOutboxMessages(clock);
    private final InMemorySandboxMails mailbox = new InMemorySandboxMails();
    private final OutboxService outbox = new OutboxService(messages, new SilentEvent<>(), ids, clock);
    private final OutboxStepService steps = new OutboxStepService(messages, mailbox, clock, clock);
    private final RecordingMailer mailer = new RecordingMailer();
    private final OutboxDelivery delivery = new OutboxDelivery(steps, mailer, ids);

    @Test
    void everything_that_is_due_goes_out_once() {
        for (int i = 0; i < 25; i++) {
            outbox.enqueue(code(ANA, "code " + i));
        }
        delivery.run();
        delivery.run();
        assertThat(mailer.sent).hasSize(25);
        assertThat(messages.all()).allMatch(m -> clock.instant().equals(m.sentAt()));
    }

    @Test
    void a_host_that_is_down_gets_its_mail_later() {
        outbox.enqueue(code(ANA, "1"));
        mailer.down = true;
        delivery.run();
        mailer.down = false;
        delivery.run();
        assertThat(mailer.sent).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        delivery.run();
        assertThat(mailer.sent).hasSize(1);
    }

    @Test
    void a_refused_address_is_parked_at_once_and_holds_up_nobody() {
        mailer.refused = EVE;
        outbox.enqueue(code(EVE, "1"));
        outbox.enqueue(code(ANA, "1"));
        delivery.run();
        assertThat(mailer.sent).hasSize(1);
        OutboxMessage parked = messages.all().get(0);
        assertThat(parked.parkedAt()).isNotNull();
        assertThat(parked.lastError()).isEqualTo("refused");
    }

    @Test
    void a_worker_that_died_is_replaced_after_its_lease_and_records_nothing_any_more() {
        outbox.enqueue(code(ANA, "1"));
        UUID dead = ids.next();
        UUID message = steps.claim(dead).mails().get(0).id();
        delivery.run();
        assertThat(mailer.sent).isEmpty();
        clock.advance(OutboxStepService.LEASE);
        UUID successor = ids.next();
        assertThat(steps.claim(successor).mails()).hasSize(1);
        steps.recordFailure(dead, message, "late", true);
        assertThat(messages.all().get(0).isOpen()).isTrue();
        steps.recordSent(successor, message);
        assertThat(messages.all().get(0).isOpen()).isFalse();
    }

    @Test
    void a_code_that_is_over_is_not_sent_any_more() {
        Instant end = clock.instant().plusSeconds(600);
        outbox.enqueue(new MailOrder(ANA, "sign-in", "en", Map.of("code", "1"), end));
        clock.advance(Duration.ofSeconds(601));
        delivery.run();
        assertThat(mailer.sent).isEmpty();
        assertThat(messages.all().get(0).parkedAt()).isNotNull();
    }

    @Test
    void the_same_words_to_the_same_person_are_one_mail_while_they_wait() {
        outbox.enqueue(code(ANA, "1"));
        outbox.enqueue(code(ANA, "1"));
        outbox.enqueue(code(EVE, "1"));
        assertThat(messages.all()).hasSize(2);
        delivery.run();
        outbox.enqueue(code(ANA, "1"));
        assertThat(messages.all()).hasSize(3);
    }

    @Test
    void without_a_mail_host_mail_waits_untouched() {
        mailer.ready = false;
        outbox.enqueue(code(ANA, "1"));
        delivery.run();
        delivery.runAndWait();
        assertThat(messages.all().get(0).attempts()).isZero();
        assertThat(messages.all().get(0).isClaimableAt(clock.instant())).isTrue();
    }

    @Test
    void the_mailbox_shows_a_mail_once_however_often_it_is_delivered() {
        Mail mail = new Mail(ANA, "subject", "text", "html");
        UUID id = ids.next();
        steps.keepInMailbox(id, mail);
        steps.keepInMailbox(id, mail);
        assertThat(mailbox.latest(Optional.of(ANA), 10)).hasSize(1);
        assertThat(mailbox.latest(Optional.of(EVE), 10)).isEmpty();
    }

    private static MailOrder code(EmailAddress to, String code) {
        return MailOrder.of(to, "sign-in", "en", Map.of("code", code));
    }

    private static final class RecordingMailer implements Mailer {

        private final List<UUID> sent = new ArrayList<>();
        private boolean ready = true;
        private boolean down;
        private EmailAddress refused = new EmailAddress("nobody@example.org");

        @Override
        public boolean isReady() {
            return ready;
        }

        @Override
        public void send(UUID id, Mail mail) throws MailFailedException {
            if (down || mail.to().equals(refused)) {
                throw new MailFailedException(down ? "down" : "refused", !down, new IllegalStateException());
            }
            sent.add(id);
        }
    }
}
