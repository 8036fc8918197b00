package org.chancery.model.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to collect an invoice, or money that an operator saw arrive. Its id is the idempotency key towards the
 * provider: one intent, one key, however often it is sent.
 */
@Entity
public class Payment extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID invoiceId;

    @Embedded
    private Money money;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private PaymentStatus status;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column
    private @Nullable Instant receivedAt;

    @Column(length = 140)
    private @Nullable String reference;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {} // Hibernate only

    private Payment(UUID id, UUID accountId, UUID invoiceId, Money money, PaymentStatus status, Instant createdAt) {
        super(id);
        this.accountId = accountId;
        this.invoiceId = invoiceId;
        this.money = money;
        this.status = status;
        this.createdAt = createdAt;
    }

    /**
     * Money that an operator saw on the bank statement.
     *
     * @param reference what the statement says
     * @param receivedAt when the bank received it
     */
    public static Payment received(
            UUID id,
            UUID accountId,
            UUID invoiceId,
            Money money,
            String reference,
            Instant receivedAt,
            Instant recordedAt) {
        Payment payment = new Payment(id, accountId, invoiceId, money, PaymentStatus.SUCCEEDED, recordedAt);
        payment.reference = reference;
        payment.receivedAt = receivedAt;
        return payment;
    }

    public UUID accountId() {
        return accountId;
    }

    public UUID invoiceId() {
        return invoiceId;
    }

    public Money money() {
        return money;
    }

    public PaymentStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }

    public Optional<String> reference() {
        return Optional.ofNullable(reference);
    }
}
