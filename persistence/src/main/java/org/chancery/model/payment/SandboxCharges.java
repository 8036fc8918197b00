package org.chancery.model.payment;

import java.util.Optional;
import java.util.UUID;

/** The charges that the sandbox's make-believe provider knows. */
public interface SandboxCharges {

    void add(SandboxCharge charge);

    Optional<SandboxCharge> find(UUID paymentId);

    /** Locks the row until the transaction ends. */
    Optional<SandboxCharge> findLocked(UUID paymentId);
}
