package org.chancery.client.wire;

import java.io.IOException;

/** Carries one message to the server and brings one answer, which may be anybody's. */
public interface Wire {

    /** @throws IOException when nothing came back, which says nothing about what the server did */
    WireAnswer exchange(WireRequest request) throws IOException;
}
