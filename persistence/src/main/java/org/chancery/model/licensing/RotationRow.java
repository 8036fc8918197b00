package org.chancery.model.licensing;

/** The rows of the rotation table, in the order in which they are tried. */
public enum RotationRow {
    /** Nothing can be made of the message. */
    INVALID(false),
    /** Two processes use one secret file: a superseded start comes back with the current secret. */
    SHARED(false),
    /** The regular case: the current secret is exchanged for the next one. */
    ADVANCE(true),
    /** The answer to the last accepted message was lost, so it is repeated. */
    REPLAY(true),
    /** Our database forgot what our own signature proves. */
    HEAL(true),
    /** A second copy used the secret that the first has already exchanged. */
    FORK(false),
    /** Anything else. */
    STALE(false);

    private final boolean accepted;

    RotationRow(boolean accepted) {
        this.accepted = accepted;
    }

    /** True when the instance is answered with a lease. */
    public boolean isAccepted() {
        return accepted;
    }
}
