package org.chancery.model.payment;

import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

/** The visits that the page of the sandbox's make-believe provider remembers. */
public interface SandboxSetups {

    void add(SandboxSetup setup);

    Optional<SandboxSetup> find(UUID id);

    /** Locks the row until the transaction ends. */
    Optional<SandboxSetup> findLocked(UUID id);

    /** @throws NotFoundException when there is none */
    default SandboxSetup require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("sandbox setup", id));
    }

    /** @throws NotFoundException when there is none */
    default SandboxSetup requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("sandbox setup", id));
    }
}
