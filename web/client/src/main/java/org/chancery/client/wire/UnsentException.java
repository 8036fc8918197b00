package org.chancery.client.wire;

import java.io.IOException;

/** The message never left this machine, so the server did nothing. */
public final class UnsentException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnsentException(Throwable cause) {
        super("Not connected", cause);
    }
}
