package org.chancery.service.licensing.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.OfflineTerms;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.licensing.port.DenialClaims;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.licensing.port.OfflineClaims;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Signs with Ed25519 by BouncyCastle, which is twenty times faster than the JDK's own. The keys are cached on each node
 * and read again after a minute, so that a key made or retired elsewhere is soon known here.
 */
@ApplicationScoped
public class Ed25519LeaseSigner implements LeaseSigner {

    private static final String LEASE = "lease+jwt";
    private static final String DENIAL = "denial+jwt";
    private static final String LICENSE = "license+jwt";
    /** The only version of the claims of an offline license that there is. */
    private static final int LICENSE_VERSION = 1;
    /** An offline license stands for one seat. */
    private static final int SEATS = 1;

    private static final Duration CACHE = Duration.ofMinutes(1);
    // Public keys are asked for by clients that met an unknown kid, so they get a fresher answer.
    private static final Duration PUBLIC_CACHE = Duration.ofSeconds(5);

    private final KeyStoreService keys;
    private final Vault vault;
    private final Clock clock;
    private final String issuer;
    private final AtomicReference<@Nullable Cached> cache = new AtomicReference<>();

    private record Cached(KeyRing ring, Instant readAt) {}

    @Inject
    public Ed25519LeaseSigner(KeyStoreService keys, Vault vault, @MachineTime Clock clock, ChanceryConfig config) {
        this.keys = keys;
        this.vault = vault;
        this.clock = clock;
        this.issuer = config.baseUrl().toString();
    }

    @SuppressWarnings("NullAway")
    protected Ed25519LeaseSigner() { // the CDI proxy needs it
        this.keys = null;
        this.vault = null;
        this.clock = null;
        this.issuer = null;
    }

    @Override
    public String sign(LeaseClaims claims) {
        Lease lease = claims.lease();
        ObjectNode json = CompactJws.object()
                .put("iss", issuer)
                .put("aud", claims.product())
                .put("sub", claims.instanceId().toString())
                .put("lid", claims.licenseId().toString())
                .put("ep", lease.epoch())
                .put("seq", lease.seq());
        json.putObject("cnf").put("s256", lease.secretHash());
        json.put("nonce", claims.nonce())
                .put("iat", lease.issuedAt().getEpochSecond())
                .put("exp", lease.expiresAt().getEpochSecond())
                .put("cls", claims.seatClass().word())
                .put("ent", claims.entitlementTag());
        return sign(LEASE, json);
    }

    @Override
    public String sign(DenialClaims claims) {
        ObjectNode json = CompactJws.object().put("iss", issuer);
        putUnlessNull(json, "aud", claims.product());
        json.put("sub", claims.subject()).put("code", claims.code());
        putUnlessNull(json, "reason", claims.reason());
        json.put("nonce", claims.nonce()).put("iat", claims.issuedAt().getEpochSecond());
        return sign(DENIAL, json);
    }

    @Override
    public String sign(OfflineClaims claims) {
        OfflineTerms terms = claims.terms();
        long issuedAt = terms.issuedAt().getEpochSecond();
        Instant expiresAt = terms.expiresAt();
        ObjectNode json = CompactJws.object()
                .put("iss", issuer)
                .put("aud", claims.product())
                .put("sub", claims.licenseId().toString())
                .put("jti", claims.id().toString())
                .put("iat", issuedAt)
                .put("nbf", issuedAt);
        if (expiresAt != null) {
            json.put("exp", expiresAt.getEpochSecond());
        }
        json.put("ver", LICENSE_VERSION);
        json.putObject("bind")
                .put("type", claims.binding().type())
                .put("value", claims.binding().value());
        json.put("seats", SEATS);
        putUnlessNull(
                json,
                "updatesUntil",
                claims.updatesUntil() == null ? null : claims.updatesUntil().toString());
        json.put("plan", claims.plan());
        ObjectNode limits = json.putObject("limits");
        claims.limits().forEach(limits::putPOJO);
        claims.features().forEach(json.putArray("features")::add);
        ObjectNode addOns = json.putObject("addOns");
        claims.addOns().forEach(addOns::put);
        claims.domains().forEach(json.putArray("domains")::add);
        json.put("grace", terms.graceSeconds());
        putUnlessNull(json, "ret", claims.returnHash());
        return sign(LICENSE, json);
    }

    private String sign(String type, ObjectNode claims) {
        KeyRing ring = ring(CACHE);
        return CompactJws.write(ring.header(type), claims, ring::sign);
    }

    @Override
    public Optional<LeaseClaims> recognise(String token) {
        return CompactJws.parse(token)
                .filter(jws -> jws.type().equals(LEASE))
                .filter(this::isSignedByUs)
                .flatMap(CompactJws::claims)
                .filter(claims ->
                        issuer.equals(claims.path("iss").textValue())) // not by a copy of our database elsewhere
                .flatMap(Ed25519LeaseSigner::read);
    }

    private boolean isSignedByUs(CompactJws token) {
        KeyRing ring = ring(CACHE);
        return (ring.knows(token.kid()) ? ring : ring(PUBLIC_CACHE)).verifies(token);
    }

    @Override
    public List<PublicJwk> publicKeys() {
        return ring(PUBLIC_CACHE).publicKeys();
    }

    private KeyRing ring(Duration atMost) {
        Cached cached = cache.get();
        Instant now = clock.instant();
        if (cached != null && now.isBefore(cached.readAt().plus(atMost))) {
            return cached.ring();
        }
        cache.set(null); // whatever goes wrong from here on, nothing is signed by a key that may be gone
        KeyRing ring = open(load());
        cache.set(new Cached(ring, now));
        return ring;
    }

    /** Once more after a failure: another node may just have made the first key. */
    private List<SealedKey> load() {
        try {
            return keys.loadOrCreate();
        } catch (EJBException e) {
            return keys.loadOrCreate();
        }
    }

    private KeyRing open(List<SealedKey> sealed) {
        SealedKey signing =
                sealed.stream().filter(SealedKey::signing).findFirst().orElseThrow();
        Map<String, byte[]> verifying = new LinkedHashMap<>();
        verifying.put(signing.kid(), signing.publicKey());
        sealed.forEach(key -> verifying.put(key.kid(), key.publicKey()));
        try {
            return KeyRing.checked(signing.kid(), vault.decrypt(signing.sealedPrivateKey()), verifying);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new CannotSignException("The signing key " + signing.kid() + " can't be used", e);
        }
    }

    private static Optional<LeaseClaims> read(JsonNode claims) {
        try {
            Lease lease = new Lease(
                    Math.toIntExact(number(claims, "ep")),
                    number(claims, "seq"),
                    text(claims.path("cnf"), "s256"),
                    Instant.ofEpochSecond(number(claims, "iat")),
                    Instant.ofEpochSecond(number(claims, "exp")));
            return SeatClass.ofWord(text(claims, "cls"))
                    .map(seatClass -> new LeaseClaims(
                            text(claims, "aud"),
                            UUID.fromString(text(claims, "sub")),
                            UUID.fromString(text(claims, "lid")),
                            lease,
                            text(claims, "nonce"),
                            seatClass,
                            text(claims, "ent")));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            return Optional.empty(); // signed by us, but not a lease as we write them now
        }
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).textValue();
        if (text == null) {
            throw new IllegalArgumentException("No text " + name);
        }
        return text;
    }

    private static long number(JsonNode node, String name) {
        JsonNode number = node.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("No number " + name);
        }
        return number.longValue();
    }

    private static void putUnlessNull(ObjectNode json, String name, @Nullable String text) {
        if (text != null) {
            json.put(name, text);
        }
    }
}
