package org.chancery.model.platform;

import java.util.List;

/** Fields of the request are wrong; nothing was changed. All faults are listed together. */
public class InvalidRequestException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public InvalidRequestException(List<FieldError> errors) {
        super(CommonRefusal.INVALID_REQUEST, "Invalid fields: " + errors);
        if (errors.isEmpty()) {
            throw new IllegalArgumentException("An invalid request names at least one field");
        }
        this.errors = List.copyOf(errors);
    }

    public InvalidRequestException(String field, String code, String message) {
        this(List.of(new FieldError(field, code, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }
}
