package org.chancery.model.platform;

/** There is no such thing, or it belongs to somebody else: both look alike to the caller. */
public class NotFoundException extends DomainException {

    private static final long serialVersionUID = 1L;

    public NotFoundException(String what, Object id) {
        super(CommonRefusal.NOT_FOUND, "No " + what + " with id " + id);
    }
}
