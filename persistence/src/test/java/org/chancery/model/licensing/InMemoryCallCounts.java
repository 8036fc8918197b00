package org.chancery.model.licensing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Counts without a database. */
public class InMemoryCallCounts implements CallCounts {

    private final Map<String, CallCount> bySubject = new ConcurrentHashMap<>();

    @Override
    public void add(CallCount window) {
        bySubject.put(window.subject(), window);
    }

    @Override
    public Optional<RateCount> look(String subject) {
        return findLocked(subject).map(CallCount::running);
    }

    @Override
    public Optional<CallCount> findLocked(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    @Override
    public int removeOlderThan(Instant machineInstant) {
        int before = bySubject.size();
        bySubject.values().removeIf(window -> window.isOlderThan(machineInstant));
        return before - bySubject.size();
    }
}
