package org.chancery.model.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts in memory. */
public class InMemoryAttemptWindows implements AttemptWindows {

    private final List<AttemptWindow> windows = new ArrayList<>();

    @Override
    public void add(AttemptWindow window) {
        windows.add(window);
    }

    @Override
    public Optional<AttemptWindow> findLocked(RateScope scope, String subjectHash) {
        return windows.stream()
                .filter(w -> w.scope() == scope && w.subjectHash().equals(subjectHash))
                .findFirst();
    }

    @Override
    public int deleteIdleSince(Instant instant) {
        return 0;
    }
}
