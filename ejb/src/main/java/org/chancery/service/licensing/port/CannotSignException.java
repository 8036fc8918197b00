package org.chancery.service.licensing.port;

import jakarta.ejb.ApplicationException;

/**
 * The signing keys are lost, damaged or sealed under another master key. Nothing is signed then, no refusal either, and
 * no other key takes their place by itself: what instances trust would change without anybody having said so. Running
 * leases go on, because nothing that is not signed ends one.
 */
@ApplicationException(rollback = true) // it says what it is on its way through the services
public class CannotSignException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotSignException(String message) {
        super(message);
    }

    public CannotSignException(String message, Throwable cause) {
        super(message, cause);
    }
}
