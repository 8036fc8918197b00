package org.chancery.model.licensing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All signing keys, the retired ones included: what they signed must stay verifiable. */
public interface SigningKeys {

    /** Adds one that does not sign yet, at once, so that a second one fails here and not later. */
    void add(SigningKey key);

    /** Lets the key sign from now on, and the one that signed so far retire. */
    void handOver(SigningKey next, Instant now);

    /** Whether anything that is in use may have been signed: instances exist, or files. */
    boolean hasSigned();

    /** The newest first. */
    List<SigningKey> all();

    /** The one in this state; of those that are retired, the newest. */
    default Optional<SigningKey> find(SigningKeyState state) {
        return all().stream().filter(key -> key.state() == state).findFirst();
    }
}
