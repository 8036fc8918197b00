package org.chancery.model.licensing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened to instances. Offers no way to change or remove an event. */
public interface InstanceEvents {

    void add(InstanceEvent event);

    /** How often it happened to instances of the license after this instant. */
    long countSince(UUID licenseId, InstanceEventType type, Instant since);

    /** When it happened to the instance after this instant, the oldest first. */
    List<Instant> timesSince(UUID instanceId, InstanceEventType type, Instant since);

    /** The newest events of a license first, at most {@code limit}. */
    List<InstanceEvent> latestOf(UUID licenseId, int limit);
}
