package org.chancery.service.notification.adapter;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.chancery.model.notification.Mail;
import org.chancery.service.notification.port.MailFailedException;
import org.chancery.service.notification.port.Mailer;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.MachineTime;
import org.jspecify.annotations.Nullable;

/** Hands mail to the SMTP host of the server's mail session, with short timeouts of our own. */
@ApplicationScoped
@Typed(SmtpMailer.class)
public class SmtpMailer implements Mailer {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final String STARTTLS = "mail.smtp.starttls.enable";

    private final ChanceryConfig config;
    private final Clock clock;
    private final Duration connectTimeout;
    private final Duration readTimeout;

    @Resource(lookup = "java:/mail/Chancery")
    private Session serverSession;

    @Inject
    public SmtpMailer(ChanceryConfig config, @MachineTime Clock clock) {
        this(config, clock, CONNECT, READ);
    }

    SmtpMailer(ChanceryConfig config, Clock clock, Duration connectTimeout, Duration readTimeout) {
        this.config = config;
        this.clock = clock;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    @SuppressWarnings("NullAway")
    protected SmtpMailer() { // the CDI proxy needs it
        this(null, null);
    }

    @Override
    public boolean isReady() {
        return config.smtp() != null;
    }

    @Override
    public void send(UUID id, Mail mail) throws MailFailedException {
        ChanceryConfig.Smtp smtp = config.smtp();
        if (smtp == null) {
            throw new IllegalStateException("No mail host is set");
        }
        Session session = Session.getInstance(properties(smtp));
        try (Transport transport = session.getTransport("smtp")) {
            Message message = message(session, id, mail);
            transport.connect(null, smtp.user(), smtp.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new MailFailedException(e.getClass().getSimpleName(), isPermanent(e), e);
        }
    }

    private Properties properties(ChanceryConfig.Smtp smtp) {
        Properties properties = new Properties();
        properties.putAll(serverSession.getProperties());
        properties.setProperty("mail.smtp.connectiontimeout", millis(connectTimeout));
        properties.setProperty("mail.smtp.timeout", millis(readTimeout));
        properties.setProperty("mail.smtp.writetimeout", millis(readTimeout));
        // Whoever asks for encryption never wants to be talked out of it by somebody on the way.
        properties.setProperty("mail.smtp.starttls.required", properties.getProperty(STARTTLS, "false"));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user() != null));
        return properties;
    }

    private static String millis(Duration timeout) {
        return Long.toString(timeout.toMillis());
    }

    private MimeMessage message(Session session, UUID id, Mail mail) throws MessagingException {
        InternetAddress from = sender(config.mailFrom());
        MimeMessage message = new IdentifiedMessage(session, "<" + id + "@" + hostOf(from) + ">");
        message.setFrom(from);
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().text(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "plain"));
        parts.addBodyPart(part(mail.html(), "html"));
        message.setContent(parts);
        return message;
    }

    /** {@code Name <address>} or the address alone; the name may be whatever a company is called. */
    private static InternetAddress sender(String written) throws MessagingException {
        int open = written.lastIndexOf('<');
        if (open < 0) {
            return new InternetAddress(written, true);
        }
        InternetAddress sender = new InternetAddress(written.substring(open), true);
        try {
            sender.setPersonal(written.substring(0, open).strip(), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
        return sender;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static String hostOf(InternetAddress from) {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }

    // The host refused this recipient itself; a host that is down or busy fails in other ways. So does a sender that is
    // none: mail waits until an administrator has mended it.
    private static boolean isPermanent(MessagingException failure) {
        return failure instanceof SendFailedException refused && isAny(refused.getInvalidAddresses());
    }

    private static boolean isAny(jakarta.mail.Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0;
    }

    /** Keeps its id: saving a message would otherwise make up a new one, and a second copy could not be recognised. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
