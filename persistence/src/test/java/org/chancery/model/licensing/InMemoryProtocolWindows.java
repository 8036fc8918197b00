package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts without a database. */
public class InMemoryProtocolWindows implements ProtocolWindows {

    private final Map<String, ProtocolWindow> bySubject = new ConcurrentHashMap<>();

    @Override
    public void add(ProtocolWindow window) {
        bySubject.put(window.subject(), window);
    }

    @Override
    public Optional<ProtocolWindow> findLocked(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    @Override
    public int removeOlderThan(Instant machineInstant) {
        int before = bySubject.size();
        bySubject.values().removeIf(window -> window.isOlderThan(machineInstant));
        return before - bySubject.size();
    }
}
