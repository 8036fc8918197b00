package org.chancery.service.licensing.port;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.model.licensing.OfflineTerms;
import org.jspecify.annotations.Nullable;

/**
 * Everything an offline license says; the issuer is the signer's own.
 *
 * @param id names this very file
 * @param product the audience
 * @param returnHash of what the site reveals when it gives the file back, or null when it can't
 * @param updatesUntil the last release date that is covered, or null when every release is
 * @param plan the plan's code
 * @param limits by code: a number, or the word {@code unlimited}
 * @param addOns the quantity by code
 * @param domains the names of the customer's domains
 */
public record OfflineClaims(
        UUID id,
        String product,
        UUID licenseId,
        OfflineTerms terms,
        OfflineBinding binding,
        @Nullable String returnHash,
        @Nullable LocalDate updatesUntil,
        String plan,
        Map<String, Object> limits,
        List<String> features,
        Map<String, Long> addOns,
        List<String> domains) {}
