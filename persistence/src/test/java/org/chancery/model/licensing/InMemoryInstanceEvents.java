package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Events of instances without a database. */
public class InMemoryInstanceEvents implements InstanceEvents {

    private final List<InstanceEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public void add(InstanceEvent event) {
        events.add(event);
    }

    @Override
    public long countSince(UUID licenseId, InstanceEventType type, Instant since) {
        return events.stream()
                .filter(event -> event.licenseId().equals(licenseId) && event.type() == type)
                .filter(event -> event.happenedAt().isAfter(since))
                .count();
    }

    @Override
    public List<InstanceEvent> latestOf(UUID licenseId, int limit) {
        return events.stream()
                .filter(event -> event.licenseId().equals(licenseId))
                .sorted(Comparator.comparing(InstanceEvent::happenedAt)
                        .thenComparing(InstanceEvent::id)
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<InstanceEvent> ofInstance(UUID instanceId, @Nullable UUID after, int limit) {
        return events.stream()
                .filter(event -> event.instanceId().equals(instanceId))
                .filter(event -> after == null || event.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(InstanceEvent::id).reversed())
                .limit(limit)
                .toList();
    }
}
