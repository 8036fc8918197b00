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
 * provider: one intent, one key, however often it is sent. Every verb that takes an outcome says whether it changed
 * anything, so that an outcome told twice has its effects once.
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

    @Column(updatable = false)
    private @Nullable UUID paymentMethodId;

    @Column(length = 60)
    private @Nullable String failureReason;

    @Column(length = 500)
    private @Nullable String confirmUrl;

    /** How often the provider was asked without a final answer. */
    @Column(nullable = false)
    private int asks;

    /** When the provider is asked next; null when the outcome is known, or when we gave up asking. */
    @Column
    private @Nullable Instant askAt;

    /** The invoice while the outcome is open; unique, so that two attempts never run side by side. */
    @Column
    private @Nullable UUID inFlightInvoiceId;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {} // Hibernate only

    private Payment(UUID id, UUID accountId, UUID invoiceId, Money money, PaymentStatus status, Instant createdAt) {
        super(id);
        this.accountId = accountId;
        this.invoiceId = invoiceId;
        this.money = money;
        this.status = status;
        this.createdAt = createdAt;
        this.inFlightInvoiceId = status.isInFlight() ? invoiceId : null;
    }

    /**
     * An attempt that was not sent yet. Should we crash before the answer, the provider is asked what became of it.
     *
     * @param askAt when to ask, by the machine's clock
     */
    public static Payment attempt(
            UUID id,
            UUID accountId,
            UUID invoiceId,
            Money money,
            UUID paymentMethodId,
            Instant createdAt,
            Instant askAt) {
        Payment payment = new Payment(id, accountId, invoiceId, money, PaymentStatus.PENDING, createdAt);
        payment.paymentMethodId = paymentMethodId;
        payment.askAt = askAt;
        return payment;
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

    /** The money moved. @return false when that was known already */
    public boolean settle(Instant at) {
        if (!become(PaymentStatus.SUCCEEDED)) {
            return false;
        }
        receivedAt = at;
        failureReason = null;
        return true;
    }

    /** No money will move. @return false when the outcome was known already */
    public boolean fail(Decline decline) {
        if (!become(PaymentStatus.FAILED)) {
            return false;
        }
        failureReason = decline.word();
        return true;
    }

    /** The customer has to confirm at this address. @return false when that was known already */
    public boolean awaitConfirmation(String url, Instant nextAsk) {
        if (!become(PaymentStatus.REQUIRES_ACTION)) {
            return false;
        }
        confirmUrl = url;
        askAt = nextAsk;
        return true;
    }

    /** The banks need time. @return false when that was known already */
    public boolean process(Instant nextAsk) {
        if (!become(PaymentStatus.PROCESSING)) {
            return false;
        }
        askAt = nextAsk;
        return true;
    }

    /** The provider was asked and the outcome is still open. @param nextAsk when to ask again, or null to give up */
    public void stayOpen(@Nullable Instant nextAsk) {
        if (status.isInFlight()) {
            asks++;
            askAt = nextAsk;
        }
    }

    private boolean become(PaymentStatus next) {
        if (!status.canBecome(next)) {
            return false;
        }
        status = next;
        asks = 0;
        confirmUrl = null;
        if (!next.isInFlight()) {
            askAt = null;
            inFlightInvoiceId = null;
        }
        return true;
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

    /** Empty for money that an operator recorded. */
    public Optional<UUID> paymentMethodId() {
        return Optional.ofNullable(paymentMethodId);
    }

    /** Why it failed; empty unless it did. */
    public Optional<Decline> decline() {
        return Optional.ofNullable(failureReason).map(Decline::ofWord);
    }

    /** Where the customer confirms; empty unless a confirmation is awaited. */
    public Optional<String> confirmUrl() {
        return Optional.ofNullable(confirmUrl);
    }

    public int asks() {
        return asks;
    }

    /** Empty when nobody has to be asked any more. */
    public Optional<Instant> askAt() {
        return Optional.ofNullable(askAt);
    }

    public boolean isInFlight() {
        return status.isInFlight();
    }
}
