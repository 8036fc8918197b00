package org.chancery.service.licensing.port;

import org.chancery.model.licensing.SigningKey;

/** Makes key pairs. The private half leaves it encrypted only. */
public interface SigningKeyMaker {

    /** A new one that does not sign yet. */
    SigningKey make();
}
