package org.chancery.model.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One append-only movement on an account's credit. Always written in pairs that sum to zero; never changed. */
@Entity
@Immutable
public class CreditEntry {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID journalId;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private LedgerSide side;

    @Embedded
    private Money money;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 20)
    private CreditKind kind;

    @Column(nullable = false, updatable = false, length = 300)
    private String reason;

    @Column(updatable = false)
    private @Nullable UUID sourceId;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false)
    private Instant availableAt;

    @SuppressWarnings("NullAway.Init")
    protected CreditEntry() {} // Hibernate only

    private CreditEntry(Ids ids, UUID journalId, UUID accountId, LedgerSide side, Money money, Movement movement) {
        this.id = ids.next();
        this.journalId = journalId;
        this.accountId = accountId;
        this.side = side;
        this.money = money;
        this.kind = movement.kind();
        this.reason = movement.reason();
        this.sourceId = movement.sourceId();
        this.createdAt = movement.at();
        this.availableAt = movement.availableAt();
    }

    /**
     * What moves credit.
     *
     * @param reason a sentence for people, such as the invoice's number
     * @param sourceId the payment or invoice it comes from, or null for an operator's grant
     * @param availableAt from when on it can be used; {@code at} for credit that can be used at once
     */
    public record Movement(CreditKind kind, String reason, @Nullable UUID sourceId, Instant at, Instant availableAt) {}

    /**
     * Both entries of one journal.
     *
     * @param change positive when the account gains credit, negative when it uses it
     */
    public static List<CreditEntry> journal(Ids ids, UUID accountId, Money change, Movement movement) {
        if (change.isZero()) {
            throw new IllegalArgumentException("A journal moves something");
        }
        UUID journal = ids.next();
        return List.of(
                new CreditEntry(ids, journal, accountId, LedgerSide.ACCOUNT, change, movement),
                new CreditEntry(ids, journal, accountId, LedgerSide.VENDOR, change.negate(), movement));
    }

    public UUID id() {
        return id;
    }

    public UUID journalId() {
        return journalId;
    }

    public UUID accountId() {
        return accountId;
    }

    public LedgerSide side() {
        return side;
    }

    public Money money() {
        return money;
    }

    public CreditKind kind() {
        return kind;
    }

    public String reason() {
        return reason;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant availableAt() {
        return availableAt;
    }

    /** True when the account gained by it; false when it used credit, or an operator took some back. */
    public boolean isGain() {
        return money.isPositive();
    }

    /**
     * True from the moment on for which it was meant. What was meant for at once counts whatever the time: it may have been
     * written by another node, whose clock is a moment ahead, and what is used must not be used again.
     */
    public boolean isAvailableAt(Instant now) {
        return availableAt.equals(createdAt) || !now.isBefore(availableAt);
    }
}
