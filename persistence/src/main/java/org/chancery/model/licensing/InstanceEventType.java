package org.chancery.model.licensing;

import java.util.Locale;

/** What can happen to an instance that somebody may later ask about. */
public enum InstanceEventType {
    ACTIVATED,
    /** A second copy was refused; the event has both addresses. */
    CLONED,
    /** Two processes use one secret file; the event has both addresses. */
    SHARED,
    /** A signed lease proved what our database had forgotten. */
    HEALED,
    /** Missed two checks, and another process of its name took the seat over; the event has both addresses. */
    DISPLACED,
    RELEASED,
    DEACTIVATED,
    /** An offline license was signed for its seat. */
    LENT,
    /** An offline license was given back. */
    RETURNED,
    /** An offline license was written off. */
    LOST;

    /** The word of the public contract: {@code instance.cloned}. */
    public String word() {
        return "instance." + name().toLowerCase(Locale.ROOT);
    }
}
