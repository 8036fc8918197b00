package org.chancery.model.sandbox;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;

/** How the sandbox says no. */
public enum SandboxRefusal implements Refusal {
    /** The clock never runs backwards. */
    CLOCK_BACKWARDS("clock-backwards");

    private final String reason;

    SandboxRefusal(String reason) {
        this.reason = reason;
    }

    @Override
    public ProblemCode code() {
        return ProblemCode.CONFLICT;
    }

    @Override
    public String reason() {
        return reason;
    }
}
