package org.chancery.model.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A card or bank account of a customer, as the provider's reference: its number is never ours. Which of an account's is
 * the default is decided under the lock on the account.
 */
@Entity
public class PaymentMethod extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(name = "method_type", nullable = false, updatable = false, length = 10)
    private PaymentMethodType type;

    @Column(nullable = false, updatable = false, length = 100)
    private String providerReference;

    @Column(nullable = false, updatable = false, length = 40)
    private String brand;

    @Column(nullable = false, updatable = false, length = 4)
    private String last4;

    @Column(nullable = false)
    private boolean isDefault;

    @Column(nullable = false, updatable = false)
    private Instant attachedAt;

    /** The visit to the provider's page that brought it, or null; unique, so that coming back twice brings it once. */
    @Column(length = 100)
    private @Nullable String setupReference;

    @Column
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected PaymentMethod() {} // Hibernate only

    /**
     * A method that is charged only when it is named, until it is made the default.
     *
     * @param providerReference what the provider charges by
     * @param brand as people know it, {@code visa}
     * @param last4 the last digits, by which people tell their cards apart
     */
    public PaymentMethod(
            UUID id,
            UUID accountId,
            PaymentMethodType type,
            String providerReference,
            String brand,
            String last4,
            Instant attachedAt) {
        super(id);
        this.accountId = accountId;
        this.type = type;
        this.providerReference = providerReference;
        this.brand = brand;
        this.last4 = last4;
        this.attachedAt = attachedAt;
    }

    /** It came from this visit to the provider's page. */
    public void recordSetup(String reference) {
        setupReference = reference;
    }

    /** It is charged when no other is named. */
    public void becomeDefault() {
        isDefault = true;
    }

    /** Another one is the default now. */
    public void stepBack() {
        isDefault = false;
    }

    /** Never charged again; it stays as what its payments were charged to. */
    public void remove(Instant at) {
        isDefault = false;
        if (removedAt == null) {
            removedAt = at;
        }
    }

    public boolean isRemoved() {
        return removedAt != null;
    }

    /** Empty when it was attached by a token. */
    public Optional<String> setupReference() {
        return Optional.ofNullable(setupReference);
    }

    public UUID accountId() {
        return accountId;
    }

    public PaymentMethodType type() {
        return type;
    }

    public String providerReference() {
        return providerReference;
    }

    public String brand() {
        return brand;
    }

    public String last4() {
        return last4;
    }

    public boolean isDefault() {
        return isDefault;
    }

    public Instant attachedAt() {
        return attachedAt;
    }
}
