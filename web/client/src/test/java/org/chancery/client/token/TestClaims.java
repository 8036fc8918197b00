package org.chancery.client.token;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as the server writes them, for tests that change one or the other. */
public final class TestClaims {

    public static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    public static final String PRODUCT = "iot-platform";
    public static final String ISSUER = "https://licenses.example";
    public static final String INSTANCE = "00000000-0000-0007-0000-000000000001";
    public static final String LICENSE = "00000000-0000-0009-0000-000000000009";
    public static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";
    public static final String HASH = "h".repeat(43);

    private TestClaims() {}

    /** A lease of a day. */
    public static Map<String, @Nullable Object> lease() {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", PRODUCT);
        claims.put("sub", INSTANCE);
        claims.put("lid", LICENSE);
        claims.put("ep", 1);
        claims.put("seq", 5);
        claims.put("cnf", Map.of("s256", HASH));
        claims.put("nonce", NONCE);
        claims.put("iat", NOON.getEpochSecond());
        claims.put("exp", NOON.plusSeconds(86_400).getEpochSecond());
        claims.put("cls", "production");
        claims.put("ent", "\"7-abc\"");
        return claims;
    }

    public static Map<String, @Nullable Object> denial(int code, @Nullable String reason) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", PRODUCT);
        claims.put("sub", INSTANCE);
        claims.put("code", code);
        claims.put("reason", reason);
        claims.put("nonce", NONCE);
        claims.put("iat", NOON.getEpochSecond());
        return claims;
    }

    /** An offline license of thirty days, the last seven of which are grace. */
    public static Map<String, @Nullable Object> offline() {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", PRODUCT);
        claims.put("sub", LICENSE);
        claims.put("jti", "file-1");
        claims.put("iat", NOON.getEpochSecond());
        claims.put("nbf", NOON.getEpochSecond());
        claims.put("exp", NOON.plusSeconds(30 * 86_400).getEpochSecond());
        claims.put("ver", 1);
        claims.put("bind", Map.of("type", "deployment", "value", "site-1"));
        claims.put("seats", 1);
        claims.put("updatesUntil", "2026-12-31");
        claims.put("plan", "perpetual");
        claims.put("limits", Map.of("devices", 1000, "assets", "unlimited"));
        claims.put("features", List.of("offline-mode"));
        claims.put("addOns", Map.of("additional-users", 3));
        claims.put("domains", List.of());
        claims.put("grace", 7 * 86_400);
        return claims;
    }

    /** The same with one claim changed, or removed by null. */
    public static Map<String, @Nullable Object> but(
            Map<String, @Nullable Object> claims, String name, @Nullable Object value) {
        claims.put(name, value);
        return claims;
    }
}
