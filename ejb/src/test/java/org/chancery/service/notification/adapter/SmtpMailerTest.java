package org.chancery.service.notification.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.notification.Mail;
import org.chancery.service.notification.port.MailFailedException;
import org.chancery.service.platform.ChanceryConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a mail host on this machine: one that keeps what it gets, or one that misbehaves as it is told to. */
class SmtpMailerTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final UUID ID = new UUID(7, 7);
    private static final EmailAddress ANA = new EmailAddress("ana@example.org");
    private static final Mail MAIL =
            new Mail(ANA, "Ihr Code für „Größe“ – 5 €", "Grüße, 木 & 🌳\n\n1234 5678\n", "<p>Grüße, 木 &amp; 🌳</p>\n");

    @Test
    void a_mail_arrives_as_it_was_written() throws Exception {
        MimeMessage arrived = arrived("Chancery <licenses@vendor.example>", MAIL);
        assertThat(arrived.getSubject()).isEqualTo(MAIL.subject());
        assertThat(arrived.getFrom()).containsExactly(new InternetAddress("licenses@vendor.example", "Chancery"));
        assertThat(arrived.getAllRecipients()).containsExactly(new InternetAddress("ana@example.org"));
        assertThat(arrived.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(arrived.getMessageID()).isEqualTo("<" + ID + "@vendor.example>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart parts = (MimeMultipart) arrived.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(textOf(parts.getBodyPart(0), "text/plain")).isEqualTo(MAIL.text());
        assertThat(textOf(parts.getBodyPart(1), "text/html")).isEqualTo(MAIL.html());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Søren & Söhne, Inc. <a@vendor.example>|Søren & Söhne, Inc.|a@vendor.example",
                "The \"best\": (us) <a@vendor.example>|The \"best\": (us)|a@vendor.example",
                "a@vendor.example||a@vendor.example",
                "Chancery <chancery@localhost>|Chancery|chancery@localhost"
            })
    void a_company_may_be_called_whatever_it_likes(String written, @Nullable String name, String address)
            throws Exception {
        InternetAddress sender = (InternetAddress) arrived(written, MAIL).getFrom()[0];
        assertThat(sender.getPersonal()).isEqualTo(name);
        assertThat(sender.getAddress()).isEqualTo(address);
    }

    @Test
    void a_sender_that_is_none_leaves_mail_waiting() throws Exception {
        try (ScriptedSmtp host = new ScriptedSmtp("", "")) {
            assertThat(failure(mailer(host.port(), "nobody"))).satisfies(SmtpMailerTest::mayBeTriedAgain);
            assertThat(failure(mailer(host.port(), "a@vendor.example\r\nBcc: eve@example.org")))
                    .satisfies(SmtpMailerTest::mayBeTriedAgain);
            assertThat(host.heard()).noneMatch(line -> line.contains("eve@example.org"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: eve@example.org", "a\nb", "a\rb", "a\u0085b", "a\0b"})
    void no_subject_and_no_address_has_a_second_line(String text) {
        assertThatThrownBy(() -> new Mail(ANA, text, "text", "html")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress(text + "@example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EmailAddress("ana@example.org" + text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u2028Bcc: eve@example.org", "=?UTF-8?Q?=0D=0ABcc:_eve@example.org?=", "%0d%0aBcc: eve"})
    void a_subject_that_looks_like_a_header_is_a_subject(String subject) throws Exception {
        MimeMessage arrived = arrived("a@vendor.example", new Mail(ANA, subject, "text", "html"));
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getAllRecipients()).hasSize(1);
        assertThat(arrived.getHeader("Subject")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n.\r\n", "\n.\n", "\r.\r", "\r\n.\n", "\n.\r\n"})
    void a_text_never_ends_the_data(String end) throws Exception {
        String text = "before" + end + "MAIL FROM:<eve@example.org>\r\nRCPT TO:<ana@example.org>\r\nDATA\r\nafter";
        MimeMessage arrived = arrived("a@vendor.example", new Mail(ANA, "Dots", text, "html"));
        String body = textOf(((MimeMultipart) arrived.getContent()).getBodyPart(0), "text/plain");
        assertThat(body.lines()).contains("before", ".", "after");
    }

    @ParameterizedTest
    @CsvSource({
        "GREETING, 421 busy",
        "GREETING, 554 go away",
        "EHLO, 421 busy",
        "MAIL, 451 later",
        "MAIL, 550 not from you",
        "RCPT, 450 mailbox busy",
        "RCPT, 452 mailbox full",
        "DATA, 451 later",
        "END, 452 disk full",
        "END, 554 looks like spam"
    })
    void a_host_that_is_busy_or_picky_may_be_asked_again(String command, String answer) throws Exception {
        try (ScriptedSmtp host = new ScriptedSmtp(command, answer)) {
            assertThat(failure(mailer(host.port(), "a@vendor.example"))).satisfies(SmtpMailerTest::mayBeTriedAgain);
        }
    }

    @Test
    void a_recipient_who_is_unknown_for_good_is_not_tried_again() throws Exception {
        try (ScriptedSmtp host = new ScriptedSmtp("RCPT", "550 no such user")) {
            MailFailedException failure = failure(mailer(host.port(), "a@vendor.example"));
            assertThat(failure.isPermanent()).isTrue();
            assertThat(failure.getMessage()).doesNotContain("ana");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END"})
    void a_host_that_falls_silent_is_left_in_time(String command) throws Exception {
        try (ScriptedSmtp host = new ScriptedSmtp(command, ScriptedSmtp.SILENCE)) {
            long start = System.nanoTime();
            assertThat(failure(mailer(host.port(), "a@vendor.example"))).satisfies(SmtpMailerTest::mayBeTriedAgain);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(PATIENCE.dividedBy(2), PATIENCE.multipliedBy(8));
        }
    }

    @Test
    void a_host_that_is_not_there_may_be_asked_again() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(failure(mailer(port, "a@vendor.example"))).satisfies(SmtpMailerTest::mayBeTriedAgain);
    }

    @Test
    void a_host_that_asks_for_a_password_gets_it() throws Exception {
        GreenMail host = host();
        host.setUser("vendor", "licenses", "hush");
        try {
            mailer(host.getSmtp().getPort(), "a@vendor.example", "licenses", "hush", false)
                    .send(ID, MAIL);
            assertThat(host.getReceivedMessages()).hasSize(1);
            SmtpMailer wrong = mailer(host.getSmtp().getPort(), "a@vendor.example", "licenses", "wrong-one", false);
            MailFailedException failure = failure(wrong);
            mayBeTriedAgain(failure);
            assertThat(failure + String.valueOf(failure.getCause())).doesNotContain("wrong-one");
            assertThat(host.getReceivedMessages()).hasSize(1);
        } finally {
            host.stop();
        }
    }

    @Test
    void a_host_without_encryption_gets_neither_password_nor_mail_when_encryption_was_asked_for() throws Exception {
        try (ScriptedSmtp host = new ScriptedSmtp("EHLO", "250-here\r\n250 AUTH PLAIN LOGIN")) {
            SmtpMailer mailer = mailer(host.port(), "a@vendor.example", "licenses", "hush", true);
            assertThat(failure(mailer)).satisfies(SmtpMailerTest::mayBeTriedAgain);
            assertThat(host.heard()).noneMatch(line -> line.matches("(?i)(AUTH|MAIL|RCPT).*"));
        }
    }

    private static MimeMessage arrived(String sender, Mail mail) throws MailFailedException {
        GreenMail host = host();
        try {
            mailer(host.getSmtp().getPort(), sender).send(ID, mail);
            assertThat(host.getReceivedMessages()).hasSize(1);
            return host.getReceivedMessages()[0];
        } finally {
            host.stop();
        }
    }

    private static GreenMail host() {
        GreenMail host = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        host.start();
        return host;
    }

    private static String textOf(BodyPart part, String type) throws MessagingException, IOException {
        assertThat(part.getContentType().toLowerCase(java.util.Locale.ROOT))
                .startsWith(type)
                .contains("charset=utf-8");
        return part.getContent().toString().replace("\r\n", "\n");
    }

    private static MailFailedException failure(SmtpMailer mailer) {
        return catchThrowableOfType(MailFailedException.class, () -> mailer.send(ID, MAIL));
    }

    private static void mayBeTriedAgain(MailFailedException failure) {
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.getMessage()).doesNotContain("ana@example.org", "hush");
    }

    private static SmtpMailer mailer(int port, String sender) {
        return mailer(port, sender, null, null, false);
    }

    private static SmtpMailer mailer(
            int port, String sender, @Nullable String user, @Nullable String password, boolean encrypted) {
        ChanceryConfig config = new ChanceryConfig(
                ChanceryConfig.Mode.SANDBOX,
                URI.create("http://localhost"),
                new byte[32],
                null,
                null,
                null,
                new ChanceryConfig.Smtp("127.0.0.1", user, password),
                sender);
        SmtpMailer mailer = new SmtpMailer(config, Clock.fixed(NOON, ZoneOffset.UTC), PATIENCE, PATIENCE);
        Properties server = new Properties(); // as the server's mail session has them
        server.setProperty("mail.smtp.host", "127.0.0.1");
        server.setProperty("mail.smtp.port", String.valueOf(port));
        if (encrypted) {
            server.setProperty("mail.smtp.starttls.enable", "true");
        }
        try {
            Field session = SmtpMailer.class.getDeclaredField("serverSession");
            session.setAccessible(true);
            session.set(mailer, Session.getInstance(server));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The mailer changed its shape", e);
        }
        return mailer;
    }
}
