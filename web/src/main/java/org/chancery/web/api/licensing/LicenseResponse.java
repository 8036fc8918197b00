package org.chancery.web.api.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.QuotaUse;
import org.chancery.service.licensing.SeatUse;
import org.jspecify.annotations.Nullable;

/** A license on the wire. */
public record LicenseResponse(
        UUID id,
        UUID account,
        String status,
        @Nullable String reason,
        String product,
        String plan,
        Map<String, SeatUse> seats,
        Map<String, QuotaUse> usage,
        long revision,
        @Nullable LocalDate updatesUntil,
        @Nullable Instant until,
        @Nullable String deploymentId) {

    static LicenseResponse of(LicenseView license) {
        return new LicenseResponse(
                license.id(),
                license.accountId(),
                license.status(),
                license.reason(),
                license.product(),
                license.planCode(),
                license.seats(),
                license.usage(),
                license.revision(),
                license.updatesUntil(),
                license.until(),
                license.deploymentId());
    }
}
