package org.chancery.service.licensing;

import java.time.Instant;

/**
 * What a client needs to know before its first call.
 *
 * @param checkInterval seconds between two checks of a usual lease
 * @param serverTime a hint only: trusted time is in the leases
 */
public record LicenseConfiguration(
        String issuer, String jwksUri, String apiUrl, long checkInterval, Instant serverTime) {}
