package org.chancery.model.sandbox;

/** Where the sandbox's clock is kept. */
public interface SandboxTimes {

    SandboxTime get();

    /** Locks the row, so that two callers move the clock one after the other. */
    SandboxTime getLocked();
}
