package org.chancery.it.harness;

import java.io.IOException;

/** What becomes of the messages of one who goes through the {@link FaultyProxy}. */
@FunctionalInterface
public interface Line {

    /** Does with one message whatever it likes; the connection is reset when it has not answered. */
    void carry(ProxiedExchange exchange) throws IOException;
}
