package org.chancery.model.licensing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to instances. Offers no way to change or remove an event. */
public interface InstanceEvents {

    void add(InstanceEvent event);

    /** How often it happened to instances of the license after this instant. */
    long countSince(UUID licenseId, InstanceEventType type, Instant since);

    /** The newest events of a license first, at most {@code limit}. */
    List<InstanceEvent> latestOf(UUID licenseId, int limit);

    /** The events of one instance newest first, at most {@code limit} after the given id. */
    List<InstanceEvent> ofInstance(UUID instanceId, @Nullable UUID after, int limit);
}
