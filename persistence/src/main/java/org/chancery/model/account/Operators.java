package org.chancery.model.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.NotFoundException;

/** The vendor's staff. */
public interface Operators {

    void add(Operator operator);

    void remove(Operator operator);

    Optional<Operator> find(UUID id);

    Optional<Operator> findByEmail(EmailAddress email);

    /** @throws NotFoundException when there is none */
    default Operator require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("operator", id));
    }

    /** With its row locked, so that one step or recovery code is used once. @throws NotFoundException when none */
    Operator requireLocked(UUID id);

    /** Everybody, the longest there first. */
    List<Operator> all();

    /** Everybody with all rows locked, to keep the rule that somebody administers. */
    List<Operator> allLocked();
}
