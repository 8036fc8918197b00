package org.chancery.web.edge;

import java.io.IOException;

/** A body without an announced length grew beyond its limit while it was read. */
public class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLargeException() {
        super("The body is larger than this address accepts");
    }
}
