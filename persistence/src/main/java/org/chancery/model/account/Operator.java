package org.chancery.model.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * One of the vendor's staff. Besides the address, an operator proves a second factor: a secret in an authenticator app
 * (kept sealed, never in clear), each of whose 30-second steps counts once, or one of ten recovery codes (kept hashed,
 * gone when used).
 */
@Entity
public class Operator extends AggregateRoot {

    @Column(nullable = false, length = EmailAddress.MAX_LENGTH)
    private String email;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private OperatorRole role;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Theme theme;

    @Column(length = 200)
    private @Nullable String sealedTotpSecret;

    @Column(length = 200)
    private @Nullable String sealedTotpCandidate;

    @Column(nullable = false)
    private long lastTotpStep;

    @ElementCollection
    @CollectionTable(name = "operator_recovery_code", joinColumns = @JoinColumn(name = "operator_id"))
    @Column(name = "code_hash", nullable = false, length = 43)
    private Set<String> recoveryCodeHashes = new HashSet<>();

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Operator() {} // Hibernate only

    public Operator(UUID id, EmailAddress email, OperatorRole role, Instant createdAt) {
        super(id);
        this.email = email.text();
        this.role = role;
        this.theme = Theme.SYSTEM;
        this.createdAt = createdAt;
    }

    public void takeRole(OperatorRole newRole) {
        role = newRole;
    }

    public void prefer(Theme newTheme) {
        theme = newTheme;
    }

    /** Keeps a secret that the operator is just putting into an app; it counts from the first right code on. */
    public void beginSecondFactor(String sealedSecret) {
        requireNoSecondFactor();
        sealedTotpCandidate = sealedSecret;
    }

    /** The app showed a right code, so the candidate becomes the second factor. */
    public void completeSecondFactor(long step, Set<String> codeHashes) {
        requireNoSecondFactor();
        sealedTotpSecret = requireCandidate();
        sealedTotpCandidate = null;
        lastTotpStep = step;
        recoveryCodeHashes.clear();
        recoveryCodeHashes.addAll(codeHashes);
    }

    /** @return false when this step, or a later one, was used before */
    public boolean useTotpStep(long step) {
        if (step <= lastTotpStep) {
            return false;
        }
        lastTotpStep = step;
        return true;
    }

    /** @return false when there is no such code, or it was used before */
    public boolean useRecoveryCode(String codeHash) {
        return recoveryCodeHashes.remove(codeHash);
    }

    /** For an operator who lost everything: the next sign-in sets up a new second factor. */
    public void resetSecondFactor() {
        sealedTotpSecret = null;
        sealedTotpCandidate = null;
        recoveryCodeHashes.clear();
    }

    public boolean hasSecondFactor() {
        return sealedTotpSecret != null;
    }

    public Optional<String> sealedTotpSecret() {
        return Optional.ofNullable(sealedTotpSecret);
    }

    /** @throws DomainException when no second factor is being set up */
    public String requireCandidate() {
        if (sealedTotpCandidate == null) {
            throw new DomainException(
                    AccountRefusal.SECOND_FACTOR_MISSING, "Operator " + id() + " has not begun a second factor");
        }
        return sealedTotpCandidate;
    }

    public int recoveryCodesLeft() {
        return recoveryCodeHashes.size();
    }

    public boolean isAdmin() {
        return role == OperatorRole.ADMIN;
    }

    public EmailAddress email() {
        return new EmailAddress(email);
    }

    public OperatorRole role() {
        return role;
    }

    public Theme theme() {
        return theme;
    }

    public Instant createdAt() {
        return createdAt;
    }

    private void requireNoSecondFactor() {
        if (hasSecondFactor()) {
            throw new DomainException(
                    AccountRefusal.SECOND_FACTOR_SET, "Operator " + id() + " has a second factor already");
        }
    }
}
