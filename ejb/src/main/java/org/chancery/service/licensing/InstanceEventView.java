package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.licensing.InstanceEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an instance.
 *
 * @param type such as {@code instance.cloned}
 * @param epoch which life of the instance it was, from 1
 * @param address where the message came from, or null when a person did it
 * @param otherAddress where the live instance was last seen, or null
 */
public record InstanceEventView(
        String type,
        UUID instanceId,
        int epoch,
        Instant happenedAt,
        @Nullable String address,
        @Nullable String otherAddress)
        implements Serializable {

    static InstanceEventView of(InstanceEvent event) {
        return new InstanceEventView(
                event.type().word(),
                event.instanceId(),
                event.epoch(),
                event.happenedAt(),
                event.address(),
                event.otherAddress());
    }
}
