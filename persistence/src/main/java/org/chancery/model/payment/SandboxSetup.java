package org.chancery.model.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the page of the sandbox's make-believe provider, where a card is chosen. Like {@link SandboxCharge} it stands
 * for a row in somebody else's database.
 */
@Entity
public class SandboxSetup extends AggregateRoot {

    private enum State {
        OPEN,
        DONE,
        TURNED_BACK
    }

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false, length = 2000)
    private String returnAddress;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private State state;

    @Column(length = 100)
    private @Nullable String methodReference;

    @SuppressWarnings("NullAway.Init")
    protected SandboxSetup() {} // Hibernate only

    /** @param returnAddress where the customer goes afterwards */
    public SandboxSetup(UUID id, UUID accountId, String returnAddress) {
        super(id);
        this.accountId = accountId;
        this.returnAddress = returnAddress;
        this.state = State.OPEN;
    }

    /** The customer chose a method. @return false when the visit was over already */
    public boolean choose(String reference) {
        if (state != State.OPEN) {
            return false;
        }
        state = State.DONE;
        methodReference = reference;
        return true;
    }

    /** The customer left without choosing. @return false when the visit was over already */
    public boolean turnBack() {
        if (state != State.OPEN) {
            return false;
        }
        state = State.TURNED_BACK;
        return true;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public UUID accountId() {
        return accountId;
    }

    public String returnAddress() {
        return returnAddress;
    }

    /** What was chosen; empty until then. */
    public Optional<String> methodReference() {
        return Optional.ofNullable(methodReference);
    }
}
