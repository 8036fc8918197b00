package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The life that a take-over ended: what the process that was displaced may still present.
 *
 * @param endedEpoch the epoch of that life
 * @param lastHash the secret that its next check would have presented
 * @param secondLastHash the one before it, whose successor it may not know yet, or null
 */
@Embeddable
public record Displacement(
        @Column(name = "displaced_epoch") Integer endedEpoch,
        @Column(name = "displaced_hash", length = 43) String lastHash,
        @Column(name = "displaced_previous_hash", length = 43) @Nullable String secondLastHash)
        implements Serializable {

    /** True for a secret of the life that was ended. */
    boolean knows(String presentedHash) {
        return presentedHash.equals(lastHash) || presentedHash.equals(secondLastHash);
    }

    /** True for a message of the process that was displaced. */
    boolean isSenderOf(RotationMessage message) {
        return message.epoch() == endedEpoch && knows(message.presentedHash());
    }
}
