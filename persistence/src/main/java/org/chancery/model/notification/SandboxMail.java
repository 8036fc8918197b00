package org.chancery.model.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A mail as the sandbox's mailbox shows it. Exists in the sandbox only. */
@Entity
@Immutable
public class SandboxMail {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false, length = EmailAddress.MAX_LENGTH)
    private String recipient;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(nullable = false, updatable = false)
    private String text;

    @Column(nullable = false, updatable = false)
    private String html;

    @Column(nullable = false, updatable = false)
    private Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected SandboxMail() {} // Hibernate only

    /** @param id the outbox message's, so that a second delivery of it is no second mail */
    public SandboxMail(UUID id, Mail mail, Instant sentAt) {
        this.id = id;
        this.recipient = mail.to().text();
        this.subject = mail.subject();
        this.text = mail.text();
        this.html = mail.html();
        this.sentAt = sentAt;
    }

    public UUID id() {
        return id;
    }

    public Mail mail() {
        return new Mail(new EmailAddress(recipient), subject, text, html);
    }

    public Instant sentAt() {
        return sentAt;
    }
}
