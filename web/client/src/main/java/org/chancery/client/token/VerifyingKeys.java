package org.chancery.client.token;

import org.jspecify.annotations.Nullable;

/** The keys that may have signed a token. */
public interface VerifyingKeys {

    /** One key. */
    interface Key {

        /** True when this key put the signature under the text. */
        boolean signed(byte[] signingInput, byte[] signature);
    }

    /** The key of that name, or null. */
    @Nullable
    Key find(String kid);

    /** True when any key is known. */
    boolean areKnown();
}
