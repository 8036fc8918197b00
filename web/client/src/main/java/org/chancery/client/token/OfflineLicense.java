package org.chancery.client.token;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A verified license that needs no server while it lasts.
 *
 * @param token as it was signed
 * @param licenseId the license it stands for
 * @param id names this very file
 * @param expiresAt exclusive; null when it lasts for ever
 * @param returnHash of what its place reveals when it gives the file back, or null when it can't
 * @param updatesUntil the last release date that is covered, or null when every release is
 * @param grace how long before its end it counts as running out
 * @param terms plan, limits, features, add-ons and domains, as claimed
 */
public record OfflineLicense(
        String token,
        String issuer,
        String product,
        String licenseId,
        String id,
        Instant issuedAt,
        Instant notBefore,
        @Nullable Instant expiresAt,
        Binding binding,
        @Nullable String returnHash,
        @Nullable LocalDate updatesUntil,
        Duration grace,
        JsonObject terms) {

    /** What the file is good for: a deployment, or one instance. */
    public record Binding(String type, String value) {}

    static OfflineLicense of(String token, JsonObject claims) {
        Long expiry = claims.optionalNumber("exp");
        JsonObject bind = claims.object("bind");
        Instant issuedAt = Instant.ofEpochSecond(claims.number("iat"));
        Long notBefore = claims.optionalNumber("nbf");
        Long grace = claims.optionalNumber("grace");
        String updatesUntil = claims.optionalText("updatesUntil");
        return new OfflineLicense(
                token,
                claims.text("iss"),
                claims.text("aud"),
                claims.text("sub"),
                claims.text("jti"),
                issuedAt,
                notBefore == null ? issuedAt : Instant.ofEpochSecond(notBefore),
                expiry == null ? null : Instant.ofEpochSecond(expiry),
                new Binding(bind.text("type"), bind.text("value")),
                claims.optionalText("ret"),
                updatesUntil == null ? null : LocalDate.parse(updatesUntil),
                Duration.ofSeconds(grace == null ? 0 : grace),
                claims);
    }

    /** True when it, or what it promised to reveal, is among these. */
    boolean isOneOf(Set<String> returned) {
        return returned.contains(id) || returnHash != null && returned.contains(returnHash);
    }

    /** True until its end. */
    public boolean runsAt(Instant trustedTime) {
        return expiresAt == null || trustedTime.isBefore(expiresAt);
    }

    /** True in the last part of its life, when it is time to ask for the next file. */
    public boolean runsOutAt(Instant trustedTime) {
        return expiresAt != null && !trustedTime.isBefore(expiresAt.minus(grace));
    }

    /** True for releases up to and including the last covered date. */
    public boolean covers(LocalDate releaseDate) {
        return updatesUntil == null || !releaseDate.isAfter(updatesUntil);
    }

    @Override
    public String toString() {
        return "OfflineLicense[id=" + id + ", until=" + expiresAt + "]";
    }
}
