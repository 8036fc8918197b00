package org.chancery.service.licensing;

import java.util.Map;

/**
 * What a license would give to an instance.
 *
 * @param entitlements without the parts of an instance
 * @param seats by the word of the class
 */
public record LicensePreview(Entitlements entitlements, Map<String, SeatUse> seats) {}
