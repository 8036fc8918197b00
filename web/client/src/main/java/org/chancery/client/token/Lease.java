package org.chancery.client.token;

import java.time.Instant;
import org.chancery.client.json.JsonObject;

/**
 * A verified lease: permission to run until an instant, receipt for the exchange of the check secret, and trusted time.
 *
 * @param token as it was signed; travels back as receipt
 * @param secretHash the hash of the check secret that it confirms
 * @param expiresAt exclusive
 * @param entitlementTag the entity tag of the entitlements in force
 */
public record Lease(
        String token,
        String issuer,
        String product,
        String instanceId,
        String licenseId,
        long epoch,
        long seq,
        String secretHash,
        String nonce,
        Instant issuedAt,
        Instant expiresAt,
        String seatClass,
        String entitlementTag) {

    static Lease of(String token, JsonObject claims) {
        return new Lease(
                token,
                claims.text("iss"),
                claims.text("aud"),
                claims.text("sub"),
                claims.text("lid"),
                claims.number("ep"),
                claims.number("seq"),
                claims.object("cnf").text("s256"),
                claims.text("nonce"),
                Instant.ofEpochSecond(claims.number("iat")),
                Instant.ofEpochSecond(claims.number("exp")),
                claims.text("cls"),
                claims.text("ent"));
    }

    /** True until the end of the lease. */
    public boolean runsAt(Instant trustedTime) {
        return trustedTime.isBefore(expiresAt);
    }

    /** Without the token, which is nobody's business. */
    @Override
    public String toString() {
        return "Lease[instance=" + instanceId + ", epoch=" + epoch + ", seq=" + seq + ", until=" + expiresAt + "]";
    }
}
