package org.chancery.model.licensing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an instance says of itself in a check; null is "said nothing".
 *
 * @param address where the message came from
 * @param appliedRevision the revision of the license whose entitlements are in force there
 * @param usage how much of its limits it uses
 * @param certificates all that it has, not only what changed
 */
public record InstanceReport(
        String address,
        @Nullable String productVersion,
        @Nullable LocalDate releaseDate,
        @Nullable Long appliedRevision,
        @Nullable Boolean restartNeeded,
        @Nullable Usage usage,
        @Nullable CertificateReports certificates) {

    /** A report of nothing but where it came from. */
    public static InstanceReport from(String address) {
        return new InstanceReport(address, null, null, null, null, null, null);
    }
}
