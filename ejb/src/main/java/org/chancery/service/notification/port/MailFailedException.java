package org.chancery.service.notification.port;

/** A mail was not taken by its carrier. */
public class MailFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /** @param permanent true when trying again is of no use, such as for an address that does not exist */
    public MailFailedException(String reason, boolean permanent, Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
    }

    public boolean isPermanent() {
        return permanent;
    }
}
