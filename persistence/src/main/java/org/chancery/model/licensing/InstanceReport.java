package org.chancery.model.licensing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an instance says of itself in a check; null is "said nothing".
 *
 * @param address where the message came from
 * @param appliedRevision the revision of the license whose entitlements are in force there
 */
public record InstanceReport(
        String address,
        @Nullable String productVersion,
        @Nullable LocalDate releaseDate,
        @Nullable Long appliedRevision,
        @Nullable Boolean restartNeeded) {}
