package org.chancery.model.platform;

import org.jspecify.annotations.Nullable;

/** Refusals that every feature may need and that carry no reason of their own. */
public enum CommonRefusal implements Refusal {
    INVALID_REQUEST(ProblemCode.INVALID_REQUEST),
    UNAUTHENTICATED(ProblemCode.UNAUTHENTICATED),
    FORBIDDEN(ProblemCode.FORBIDDEN),
    NOT_FOUND(ProblemCode.NOT_FOUND),
    CONFLICT(ProblemCode.CONFLICT),
    TOO_MANY_REQUESTS(ProblemCode.TOO_MANY_REQUESTS),
    SERVER_ERROR(ProblemCode.SERVER_ERROR),
    HTTP_ERROR(ProblemCode.HTTP_ERROR);

    private final ProblemCode code;

    CommonRefusal(ProblemCode code) {
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
