package org.chancery.model.idempotency;

import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** How a used idempotency key says no. */
public enum IdempotencyRefusal implements Refusal {
    /** The key was used with another body. */
    MISMATCH(ProblemCode.IDEMPOTENCY_MISMATCH),
    /** The first call under this key has not ended yet. */
    IN_PROGRESS(ProblemCode.IN_PROGRESS);

    private final ProblemCode code;

    IdempotencyRefusal(ProblemCode code) {
        this.code = code;
    }

    @Override
    public ProblemCode code() {
        return code;
    }

    @Override
    public @Nullable String reason() {
        return null;
    }
}
