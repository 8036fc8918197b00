package org.chancery.service.licensing.port;

import java.util.UUID;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.Receipt;
import org.chancery.model.licensing.SeatClass;

/**
 * Everything a signed lease says; the issuer is the signer's own.
 *
 * @param product the audience
 * @param nonce the caller's, so that no old answer passes for a new one
 * @param entitlementTag the entity tag of the entitlements in force
 */
public record LeaseClaims(
        String product,
        UUID instanceId,
        UUID licenseId,
        Lease lease,
        String nonce,
        SeatClass seatClass,
        String entitlementTag) {

    /** What it proves when it comes back to us. */
    public Receipt toReceipt() {
        return new Receipt(instanceId, lease.epoch(), lease.seq(), lease.secretHash(), lease.issuedAt());
    }
}
