package org.chancery.model.licensing;

import java.util.List;

/** All signing keys, the retired ones included: what they signed must stay verifiable. */
public interface SigningKeys {

    /** Adds it at once, so that a second signing key fails here and not later. */
    void add(SigningKey key);

    /** Whether anything that is in use may have been signed: instances exist, or files. */
    boolean hasSigned();

    /** The newest first. */
    List<SigningKey> all();
}
