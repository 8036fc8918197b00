package org.chancery.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.token.OfflineLicense;
import org.jspecify.annotations.Nullable;

/**
 * What may be used now.
 *
 * @param revision counts the changes of the license; 0 in an offline license
 * @param limits by code; {@link #UNLIMITED} without a limit
 * @param addOns quantities by code
 * @param updatesUntil the last release date that is covered, or null when every release is
 * @param tlsAsk where the TLS proxy of the instance asks about a domain, or null without one
 * @param document everything, as it came
 */
public record Entitlements(
        String license,
        String product,
        long revision,
        String plan,
        Map<String, Long> limits,
        List<String> features,
        Map<String, Long> addOns,
        @Nullable String support,
        List<Domain> domains,
        List<Brand> brands,
        @Nullable String updatesUntil,
        @Nullable String tlsAsk,
        JsonObject document) {

    /** In {@link #limits}: there is none. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final String UNLIMITED_WORD = "unlimited";

    /** A host name with its state. */
    public record Domain(String name, String state) {}

    /** Where the look for a domain is fetched, and its digest. */
    public record Brand(String domain, String href, String sha256) {}

    public Entitlements {
        limits = Map.copyOf(limits);
        features = List.copyOf(features);
        addOns = Map.copyOf(addOns);
        domains = List.copyOf(domains);
        brands = List.copyOf(brands);
    }

    /** @throws JsonException when the document is not one of the server's */
    static Entitlements of(JsonObject json) {
        return new Entitlements(
                json.text("license"),
                json.text("product"),
                json.number("revision"),
                json.object("plan").text("code"),
                limits(json),
                json.texts("features"),
                numbers(json, "addOns"),
                json.optionalText("support"),
                domains(json),
                brands(json),
                json.optionalText("updatesUntil"),
                json.optionalText("tlsAsk"),
                json);
    }

    static Entitlements of(OfflineLicense license) {
        JsonObject json = license.terms();
        return new Entitlements(
                license.licenseId(),
                license.product(),
                0,
                plan(json),
                limits(json),
                json.texts("features"),
                numbers(json, "addOns"),
                json.optionalText("support"),
                domains(json),
                List.of(),
                json.optionalText("updatesUntil"),
                null,
                json);
    }

    /** The limit of that code; empty when the license does not know it, {@link #UNLIMITED} without one. */
    public OptionalLong limit(String code) {
        Long limit = limits.get(code);
        return limit == null ? OptionalLong.empty() : OptionalLong.of(limit);
    }

    public boolean hasFeature(String code) {
        return features.contains(code);
    }

    /** The code stands alone or in an object. */
    private static String plan(JsonObject json) {
        return json.members().get("plan") instanceof String code
                ? code
                : json.object("plan").text("code");
    }

    private static Map<String, Long> limits(JsonObject json) {
        Map<String, Long> limits = new LinkedHashMap<>();
        JsonObject written = json.optionalObject("limits");
        if (written != null) {
            for (String code : written.names()) {
                boolean unlimited = UNLIMITED_WORD.equals(written.members().get(code));
                limits.put(code, unlimited ? UNLIMITED : written.number(code));
            }
        }
        return limits;
    }

    private static Map<String, Long> numbers(JsonObject json, String name) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        JsonObject written = json.optionalObject(name);
        if (written != null) {
            written.names().forEach(code -> numbers.put(code, written.number(code)));
        }
        return numbers;
    }

    /** With states, or as bare names in an offline license. */
    private static List<Domain> domains(JsonObject json) {
        List<Domain> domains = new ArrayList<>();
        if (json.members().get("domains") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof String) {
            json.texts("domains").forEach(name -> domains.add(new Domain(name, "verified")));
        } else {
            json.objects("domains").forEach(one -> domains.add(new Domain(one.text("name"), one.text("state"))));
        }
        return domains;
    }

    private static List<Brand> brands(JsonObject json) {
        List<Brand> brands = new ArrayList<>();
        for (JsonObject one : json.objects("brands")) {
            brands.add(new Brand(one.text("domain"), one.text("href"), one.text("sha256")));
        }
        return brands;
    }
}
