package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.AggregateRoot;

/** A person who acts for one account. Proves the address at each sign-in; there is no password. */
@Entity
@Table(name = "account_user")
public class User extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, length = EmailAddress.MAX_LENGTH)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private UserRole role;

    @Column(nullable = false, length = 12)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Theme theme;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected User() {} // Hibernate only

    public User(UUID id, UUID accountId, EmailAddress email, UserRole role, Instant createdAt) {
        super(id);
        this.accountId = accountId;
        this.email = email.text();
        this.role = role;
        this.createdAt = createdAt;
        this.language = "en";
        this.theme = Theme.SYSTEM;
    }

    /** Whether the account still has an owner without this one is the caller's question: see the service. */
    public void takeRole(UserRole newRole) {
        role = newRole;
    }

    /** @param newLanguage a BCP 47 tag */
    public void prefer(String newLanguage, Theme newTheme) {
        language = newLanguage;
        theme = newTheme;
    }

    public boolean isOwner() {
        return role == UserRole.OWNER;
    }

    public UUID accountId() {
        return accountId;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public UserRole role() {
        return role;
    }

    public String language() {
        return language;
    }

    public Theme theme() {
        return theme;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
