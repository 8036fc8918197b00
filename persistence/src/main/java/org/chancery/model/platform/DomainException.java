package org.chancery.model.platform;

import java.util.Map;

/**
 * A rule of the domain said no; the transaction rolls back. Its refusal is part of the public contract, its message is
 * for developers' logs and never reaches a caller.
 */
public class DomainException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Map<String, Object> details;

    public DomainException(Refusal refusal, String message) {
        this(refusal, message, Map.of());
    }

    /**
     * @param details values that the answer carries beside the refusal, such as {@code retryAfter} in seconds; they are
     *     shown to the caller, so they never hold a secret
     */
    public DomainException(Refusal refusal, String message, Map<String, Object> details) {
        super(message);
        this.refusal = refusal;
        this.details = Map.copyOf(details);
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, Object> details() {
        return details;
    }
}
