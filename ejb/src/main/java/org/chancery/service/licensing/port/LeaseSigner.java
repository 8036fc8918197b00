package org.chancery.service.licensing.port;

import java.util.List;
import java.util.Optional;

/** Signs what instances rely on, and recognises what it signed. */
public interface LeaseSigner {

    /** A compact JWS of type {@code lease+jwt}. */
    String sign(LeaseClaims claims);

    /** A compact JWS of type {@code denial+jwt}. */
    String sign(DenialClaims claims);

    /** A compact JWS of type {@code license+jwt}. */
    String sign(OfflineClaims claims);

    /**
     * The claims of a lease that we signed, however long ago; empty for anything else, whatever is wrong with it. Never
     * throws for what a caller sent.
     */
    Optional<LeaseClaims> recognise(String token);

    /** Every key that may have signed something still in use, the signing one first. */
    List<PublicJwk> publicKeys();
}
