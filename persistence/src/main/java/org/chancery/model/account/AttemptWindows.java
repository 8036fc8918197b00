package org.chancery.model.account;

import java.time.Instant;
import java.util.Optional;

/** All rate windows, shared by all nodes. */
public interface AttemptWindows {

    void add(AttemptWindow window);

    /** The subject's window with its row locked until the transaction ends. */
    Optional<AttemptWindow> findLocked(RateScope scope, String subjectHash);

    /** Forgets windows without a hit since the instant. */
    int deleteIdleSince(Instant instant);
}
