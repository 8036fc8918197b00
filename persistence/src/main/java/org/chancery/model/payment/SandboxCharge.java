package org.chancery.model.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the sandbox's make-believe provider remembers of a charge, under the key it was sent with. It stands for a row in
 * somebody else's database: nothing of ours refers to it.
 */
@Entity
public class SandboxCharge {

    /** What the provider would say. */
    public enum State {
        SUCCEEDED,
        DECLINED,
        /** For the customer to confirm or refuse. */
        WAITING,
        PROCESSING
    }

    @Id
    private UUID paymentId;

    @Version
    @Column(nullable = false)
    private long version;

    @Column(nullable = false, updatable = false, length = 100)
    private String methodReference;

    @Embedded
    private Money money;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private State state;

    @Column(length = 60)
    private @Nullable String declineReason;

    @Column
    private @Nullable Instant settlesAt;

    @SuppressWarnings("NullAway.Init")
    protected SandboxCharge() {} // Hibernate only

    /**
     * @param decline why it is declined, or will be when a debit settles; null when the money comes
     * @param settlesAt when a debit leaves {@code PROCESSING}; null otherwise
     */
    public SandboxCharge(
            UUID paymentId,
            String methodReference,
            Money money,
            State state,
            @Nullable Decline decline,
            @Nullable Instant settlesAt) {
        this.paymentId = paymentId;
        this.methodReference = methodReference;
        this.money = money;
        this.state = state;
        this.declineReason = decline == null ? null : decline.word();
        this.settlesAt = settlesAt;
    }

    /** The banks are done when the time has come. */
    public void advance(Instant now) {
        if (state == State.PROCESSING && settlesAt != null && !now.isBefore(settlesAt)) {
            state = declineReason == null ? State.SUCCEEDED : State.DECLINED;
        }
    }

    /** The customer says yes; the card may still be declined. @return false when it was not waiting for an answer */
    public boolean confirm() {
        if (state != State.WAITING) {
            return false;
        }
        state = declineReason == null ? State.SUCCEEDED : State.DECLINED;
        return true;
    }

    /** Nobody confirms any more. @return false when it was not waiting for an answer */
    public boolean refuse(Decline decline) {
        if (state != State.WAITING) {
            return false;
        }
        state = State.DECLINED;
        declineReason = decline.word();
        return true;
    }

    public UUID paymentId() {
        return paymentId;
    }

    public String methodReference() {
        return methodReference;
    }

    public Money money() {
        return money;
    }

    public State state() {
        return state;
    }

    public Optional<Decline> decline() {
        return Optional.ofNullable(declineReason).map(Decline::ofWord);
    }
}
