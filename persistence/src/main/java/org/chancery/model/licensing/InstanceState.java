package org.chancery.model.licensing;

/** What was last done to an instance. Whether it lives is never stored: it follows from the lease and the time. */
public enum InstanceState {
    ACTIVE,
    /** Gave its seat back by itself. */
    RELEASED,
    /** Stopped by a person. */
    DEACTIVATED
}
