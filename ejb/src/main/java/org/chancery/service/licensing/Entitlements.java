package org.chancery.service.licensing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What may be used now, as instances and previews receive it.
 *
 * @param revision counts the changes of the license
 * @param seatClass the instance's, or null in a preview
 * @param limits by code: a number, or the word {@code unlimited}
 * @param addOns the quantity by code
 * @param updatesUntil the last release date that is covered, or null when every release is
 * @param tlsAsk where the instance's TLS proxy asks about a domain, or null without one
 */
public record Entitlements(
        String license,
        String product,
        long revision,
        Plan plan,
        @Nullable String seatClass,
        Map<String, Object> limits,
        List<String> features,
        SortedMap<String, Long> addOns,
        String support,
        List<LicensedDomain> domains,
        List<LicensedBrand> brands,
        @Nullable LocalDate updatesUntil,
        @Nullable String tlsAsk) {

    /** The plan it comes from. */
    public record Plan(String code, String name) {}

    /** A host name of the customer with its state. */
    public record LicensedDomain(String name, String state) {}

    /** Where the look for a domain is fetched, and its digest. */
    public record LicensedBrand(String domain, String href, String sha256) {}
}
