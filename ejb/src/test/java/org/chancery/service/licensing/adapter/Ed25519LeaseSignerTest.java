package org.chancery.service.licensing.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.InMemorySigningKeys;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.model.licensing.OfflineTerms;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.licensing.SigningKey;
import org.chancery.model.platform.Ids;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.SigningKeyService;
import org.chancery.service.licensing.port.CannotSignException;
import org.chancery.service.licensing.port.DenialClaims;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.OfflineClaims;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519LeaseSignerTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final byte[] MASTER_KEY = new byte[32];
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LeaseClaims CLAIMS = new LeaseClaims(
            "iot-platform",
            new UUID(1, 1),
            new UUID(2, 2),
            new Lease(3, 17, "h".repeat(43), NOON, NOON.plusSeconds(86_400)),
            "AAAAAAAAAAAAAAAAAAAAAA",
            SeatClass.PRODUCTION,
            "\"7-abc\"");

    private final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    private final InMemorySigningKeys rows = new InMemorySigningKeys();
    private final Vault vault = new Vault(MASTER_KEY, new SecureRandom());
    private final Ed25519KeyMaker maker = new Ed25519KeyMaker(vault, new SecureRandom(), clock);
    private final SigningKeyService keys =
            new SigningKeyService(rows, maker, clock, new AuditTrail(noAudit(), caller(), ids(), clock));
    private final Ed25519LeaseSigner signer = signerOf("https://licenses.example");

    Ed25519LeaseSignerTest() {
        clock.stopAt(NOON);
    }

    @Test
    void a_lease_has_exactly_the_header_and_the_claims_of_the_contract() throws Exception {
        String[] parts = signer.sign(CLAIMS).split("\\.", -1);

        JsonNode header = JSON.readTree(decode(parts[0]));
        assertThat(header)
                .isEqualTo(JSON.readTree("{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\""
                        + rows.all().get(0).kid() + "\"}"));
        assertThat(new String(decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"iss\":\"https://licenses.example\",\"aud\":\"iot-platform\","
                        + "\"sub\":\"00000000-0000-0001-0000-000000000001\","
                        + "\"lid\":\"00000000-0000-0002-0000-000000000002\",\"ep\":3,\"seq\":17,"
                        + "\"cnf\":{\"s256\":\"" + "h".repeat(43) + "\"},\"nonce\":\"AAAAAAAAAAAAAAAAAAAAAA\","
                        + "\"iat\":1775822400,\"exp\":1775908800,\"cls\":\"production\",\"ent\":\"\\\"7-abc\\\"\"}");
    }

    @Test
    void a_denial_has_exactly_the_claims_of_the_contract() throws Exception {
        String token = signer.sign(new DenialClaims("iot-platform", "node-1", 107, "fork", "nonce", NOON));

        assertThat(new String(decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .isEqualTo("{\"iss\":\"https://licenses.example\",\"aud\":\"iot-platform\",\"sub\":\"node-1\","
                        + "\"code\":107,\"reason\":\"fork\",\"nonce\":\"nonce\",\"iat\":1775822400}");
        assertThat(header(token).get("typ").textValue()).isEqualTo("denial+jwt");
    }

    @Test
    void the_jdk_verifies_it_with_the_published_key() throws Exception {
        String token = signer.sign(CLAIMS);
        PublicJwk key = signer.publicKeys().get(0);
        assertThat(key.kid()).isEqualTo(header(token).get("kid").textValue());
        assertThat(List.of(key.kty(), key.crv(), key.use(), key.alg()))
                .containsExactly("OKP", "Ed25519", "sig", "Ed25519");

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(decode(key.x())));
        verifier.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(decode(token.substring(token.lastIndexOf('.') + 1))))
                .isTrue();
    }

    @Test
    void its_own_lease_is_recognised_however_old() {
        String token = signer.sign(CLAIMS);
        clock.stopAt(NOON.plus(Duration.ofDays(400)));

        assertThat(signer.recognise(token)).contains(CLAIMS);
    }

    @Test
    void any_other_character_anywhere_spoils_it() {
        String token = signer.sign(CLAIMS);
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', '-', '.', '=', '+', ' '}) {
                if (token.charAt(i) != other) {
                    String spoilt = token.substring(0, i) + other + token.substring(i + 1);
                    assertThat(signer.recognise(spoilt)).as(spoilt).isEmpty();
                }
            }
        }
    }

    @Test
    void any_flipped_bit_of_any_part_spoils_it() {
        String[] parts = signer.sign(CLAIMS).split("\\.", -1);
        for (int part = 0; part < parts.length; part++) {
            byte[] bytes = decode(parts[part]);
            for (int bit = 0; bit < bytes.length * 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                String[] spoilt = parts.clone();
                spoilt[part] = encode(flipped);
                assertThat(signer.recognise(String.join(".", spoilt)))
                        .as("part %d bit %d", part, bit)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_second_spelling_of_the_same_signature_is_not_recognised() {
        String token = signer.sign(CLAIMS);
        char last = token.charAt(token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char surplusBit = alphabet.charAt(alphabet.indexOf(last) ^ 1);
        String respelt = token.substring(0, token.length() - 1) + surplusBit;

        assertThat(decode(respelt.substring(respelt.lastIndexOf('.') + 1)))
                .isEqualTo(decode(token.substring(token.lastIndexOf('.') + 1)));
        assertThat(signer.recognise(respelt)).isEmpty();
        assertThat(signer.recognise(token + "==")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"HS256\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"RS256\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"denial+jwt\",\"kid\":\"KID\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"JWT\",\"kid\":\"KID\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"other\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":7}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\",\"jwk\":{}}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\",\"jku\":\"https://evil.example\"}",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"none\",\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}",
                "[]",
                "",
            })
    void a_header_unlike_ours_is_not_recognised_even_when_signed_with_our_key(String header) {
        assertThat(signer.recognise(signedByUs(header.replace("KID", kid()), claims())))
                .isEmpty();
    }

    @Test
    void the_older_name_of_the_algorithm_is_recognised() {
        String header = "{\"alg\":\"EdDSA\",\"typ\":\"lease+jwt\",\"kid\":\"" + kid() + "\"}";

        assertThat(signer.recognise(signedByUs(header, claims()))).contains(CLAIMS);
    }

    @Test
    void a_token_without_a_signature_is_not_recognised() {
        String input = encode("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII)) + "." + claimsPart();

        assertThat(signer.recognise(input + ".")).isEmpty();
        assertThat(signer.recognise(input)).isEmpty();
        String token = signer.sign(CLAIMS);
        assertThat(signer.recognise(token.substring(0, token.lastIndexOf('.') + 1)))
                .isEmpty();
    }

    @Test
    void a_mac_under_the_public_key_is_not_recognised() throws Exception {
        byte[] publicKey = decode(signer.publicKeys().get(0).x());
        for (String algorithm : List.of("HS256", "Ed25519")) {
            String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"lease+jwt\",\"kid\":\"" + kid() + "\"}";
            String input = encode(header.getBytes(StandardCharsets.US_ASCII)) + "." + claimsPart();
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
            String token = input + "." + encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));

            assertThat(signer.recognise(token)).isEmpty();
        }
    }

    @Test
    void a_key_that_travels_in_the_header_is_not_used() {
        Ed25519LeaseSignerTest stranger = new Ed25519LeaseSignerTest();
        String foreign = stranger.signer.sign(CLAIMS);

        assertThat(stranger.signer.recognise(foreign)).contains(CLAIMS);
        assertThat(signer.recognise(foreign)).isEmpty();
    }

    @Test
    void a_denial_is_no_receipt_and_neither_is_a_lease_of_another_server_with_our_keys() {
        assertThat(signer.recognise(signer.sign(new DenialClaims("p", "s", 107, "fork", "n", NOON))))
                .isEmpty();
        assertThat(signer.recognise(signerOf("https://staging.example").sign(CLAIMS)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "lid", "ep", "seq", "cnf", "iat", "exp", "cls", "ent", "nonce", "aud", "iss"})
    void a_claim_that_is_missing_or_of_another_type_makes_it_no_receipt(String claim) {
        String header = "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"" + kid() + "\"}";
        ObjectNode without = claims();
        without.remove(claim);
        ObjectNode odd = claims();
        odd.putArray(claim);

        assertThat(signer.recognise(signedByUs(header, without))).isEmpty();
        assertThat(signer.recognise(signedByUs(header, odd))).isEmpty();
    }

    @Test
    void what_is_too_long_or_not_a_token_at_all_is_not_recognised() {
        assertThat(signer.recognise("")).isEmpty();
        assertThat(signer.recognise("..")).isEmpty();
        assertThat(signer.recognise("a.b.c.d")).isEmpty();
        assertThat(signer.recognise("x".repeat(5000))).isEmpty();
        assertThat(signer.recognise(signer.sign(CLAIMS) + " ".repeat(5000))).isEmpty();
    }

    @Test
    void a_rotated_key_goes_on_verifying_and_the_new_one_signs() {
        String before = signer.sign(CLAIMS);
        keys.rotate(keys.prepare());
        assertThat(signer.recognise(before)).contains(CLAIMS);

        clock.stopAt(NOON.plus(Duration.ofMinutes(1)));
        String after = signer.sign(CLAIMS);
        assertThat(header(after).get("kid")).isNotEqualTo(header(before).get("kid"));
        assertThat(signer.recognise(before)).contains(CLAIMS);
        assertThat(signer.recognise(after)).contains(CLAIMS);
        assertThat(signer.publicKeys())
                .extracting(PublicJwk::kid)
                .containsExactly(
                        header(after).get("kid").textValue(),
                        header(before).get("kid").textValue());
    }

    @Test
    void a_lease_signed_by_another_node_with_a_newer_key_is_recognised_soon() {
        signer.sign(CLAIMS);
        keys.rotate(keys.prepare());
        String elsewhere = signerOf("https://licenses.example").sign(CLAIMS);
        clock.stopAt(NOON.plusSeconds(5));

        assertThat(signer.recognise(elsewhere)).contains(CLAIMS);
    }

    @Test
    void what_the_old_key_signed_is_verified_by_the_published_keys_after_the_rotation() throws Exception {
        List<String> before = oneOfEach();
        keys.rotate(keys.prepare());
        clock.stopAt(NOON.plus(Duration.ofMinutes(1)));
        List<String> after = oneOfEach();

        assertThat(signer.publicKeys()).hasSize(2);
        for (String token : before) {
            assertThat(isVerified(token)).as(token).isTrue();
            assertThat(header(token).get("kid")).isEqualTo(header(before.get(0)).get("kid"));
        }
        for (String token : after) {
            assertThat(isVerified(token)).as(token).isTrue();
            assertThat(header(token).get("kid"))
                    .isNotEqualTo(header(before.get(0)).get("kid"));
        }
    }

    /** A lease, a denial and an offline license. */
    private List<String> oneOfEach() {
        OfflineTerms terms = new OfflineTerms(NOON, NOON.plusSeconds(3600), 60);
        return List.of(
                signer.sign(CLAIMS),
                signer.sign(new DenialClaims("iot-platform", "node-1", 107, "fork", "nonce", NOON)),
                signer.sign(new OfflineClaims(
                        new UUID(3, 3),
                        "iot-platform",
                        new UUID(2, 2),
                        terms,
                        new OfflineBinding("deployment", "plant-1"),
                        null,
                        null,
                        "perpetual",
                        Map.of(),
                        List.of(),
                        Map.of(),
                        List.of())));
    }

    private boolean isVerified(String token) throws GeneralSecurityException {
        String kid = header(token).get("kid").textValue();
        PublicJwk key = signer.publicKeys().stream()
                .filter(one -> one.kid().equals(kid))
                .findFirst()
                .orElseThrow();
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(decode(key.x())));
        verifier.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(decode(token.substring(token.lastIndexOf('.') + 1)));
    }

    @Test
    void under_another_master_key_nothing_is_signed_and_no_key_is_made() {
        signer.sign(CLAIMS);
        byte[] otherKey = MASTER_KEY.clone();
        otherKey[0] = 1;
        assertFailsClosed(signerOf("https://licenses.example", new Vault(otherKey, new SecureRandom())), 1);
        assertThat(signerOf("https://licenses.example").sign(CLAIMS))
                .as("with the right one again")
                .isNotEmpty();
    }

    @Test
    void a_damaged_private_key_signs_nothing() {
        signer.sign(CLAIMS);
        SigningKey row = rows.all().get(0);
        for (int spoilt = 0; spoilt < row.sealedPrivateKey().length; spoilt += 7) {
            byte[] sealed = row.sealedPrivateKey();
            sealed[spoilt] ^= 1;
            rows.lose();
            rows.addSigning(new SigningKey(row.kid(), row.publicKey(), sealed, NOON));
            assertFailsClosed(signerOf("https://licenses.example"), 1);
        }
        rows.lose();
        rows.addSigning(new SigningKey(row.kid(), row.publicKey(), new byte[3], NOON));
        assertFailsClosed(signerOf("https://licenses.example"), 1);
    }

    @Test
    void a_key_that_is_not_the_one_of_its_name_signs_nothing_and_is_not_published() {
        signer.sign(CLAIMS);
        SigningKey row = rows.all().get(0);
        byte[] damaged = row.publicKey();
        damaged[5] ^= 1;
        rows.lose();
        rows.addSigning(new SigningKey(row.kid(), damaged, row.sealedPrivateKey(), NOON));
        assertFailsClosed(signerOf("https://licenses.example"), 1);

        byte[] anothers = vault.encrypt(new byte[32]);
        rows.lose();
        rows.addSigning(new SigningKey(row.kid(), row.publicKey(), anothers, NOON));
        assertFailsClosed(signerOf("https://licenses.example"), 1);
    }

    @Test
    void lost_keys_are_not_replaced_by_themselves() {
        signer.sign(CLAIMS);
        rows.all().get(0).retire(NOON);
        assertFailsClosed(signerOf("https://licenses.example"), 1);

        rows.lose();
        rows.useThem();
        assertFailsClosed(signerOf("https://licenses.example"), 0);
        keys.rotate(keys.prepare()); // an operator has said so
        assertThat(signerOf("https://licenses.example").sign(CLAIMS)).isNotEmpty();
    }

    @Test
    void a_node_whose_keys_went_bad_stops_signing_when_it_looks() {
        signer.sign(CLAIMS);
        SigningKey row = rows.all().get(0);
        rows.lose();
        rows.addSigning(new SigningKey(row.kid(), row.publicKey(), new byte[60], NOON));
        clock.stopAt(NOON.plusSeconds(5));
        assertThat(new SigningReadiness(signer).isReady()).isFalse();
        assertThatThrownBy(() -> signer.sign(CLAIMS)).isInstanceOf(CannotSignException.class);

        rows.lose();
        rows.add(row);
        assertThat(new SigningReadiness(signer).isReady()).isTrue();
        assertThat(signer.sign(CLAIMS)).isNotEmpty();
    }

    private void assertFailsClosed(Ed25519LeaseSigner failing, int keysLeft) {
        assertThatThrownBy(() -> failing.sign(CLAIMS)).isInstanceOf(CannotSignException.class);
        assertThatThrownBy(() -> failing.sign(new DenialClaims("p", "s", 107, "fork", "n", NOON)))
                .isInstanceOf(CannotSignException.class);
        assertThatThrownBy(failing::publicKeys).isInstanceOf(CannotSignException.class);
        assertThat(new SigningReadiness(failing).isReady()).isFalse();
        assertThat(rows.all()).hasSize(keysLeft);
    }

    @Test
    void the_private_key_is_stored_encrypted_only() {
        signer.sign(CLAIMS);
        SigningKey row = rows.all().get(0);

        assertThat(row.sealedPrivateKey()).hasSize(12 + 32 + 16);
        assertThat(vault.decrypt(row.sealedPrivateKey())).hasSize(32);
    }

    /** Any header and claims under a signature of our own key: only our strictness can refuse it. */
    private String signedByUs(String header, ObjectNode claims) {
        String input = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(bytes(claims));
        SigningKey row = rows.all().get(0);
        KeyRing ring = new KeyRing(row.kid(), vault.decrypt(row.sealedPrivateKey()), java.util.Map.of());
        return input + "." + encode(ring.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private String kid() {
        return signer.publicKeys().get(0).kid();
    }

    private ObjectNode claims() {
        return (ObjectNode) node(decode(claimsPart()));
    }

    private String claimsPart() {
        return signer.sign(CLAIMS).split("\\.", -1)[1];
    }

    private static JsonNode header(String token) {
        return node(decode(token.split("\\.", -1)[0]));
    }

    private static JsonNode node(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static PublicKey publicKey(byte[] littleEndian) throws GeneralSecurityException {
        byte[] bytes = littleEndian.clone();
        boolean odd = (bytes[31] & 0x80) != 0;
        bytes[31] &= 0x7f;
        for (int i = 0; i < 16; i++) {
            byte swap = bytes[i];
            bytes[i] = bytes[31 - i];
            bytes[31 - i] = swap;
        }
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, bytes))));
    }

    private Ed25519LeaseSigner signerOf(String issuer) {
        return signerOf(issuer, vault);
    }

    private Ed25519LeaseSigner signerOf(String issuer, Vault opener) {
        return new Ed25519LeaseSigner(
                new KeyStoreService(rows, maker, clock),
                opener,
                clock,
                new ChanceryConfig(
                        ChanceryConfig.Mode.SANDBOX,
                        URI.create(issuer),
                        MASTER_KEY,
                        null,
                        null,
                        null,
                        null,
                        "a@example.org"));
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Ids ids() {
        return new Ids(clock, new SecureRandom());
    }

    private static Caller caller() {
        return new Caller(() -> "system");
    }

    private static AuditEntries noAudit() {
        List<AuditEntry> entries = new ArrayList<>();
        return new AuditEntries() {
            @Override
            public void add(AuditEntry entry) {
                entries.add(entry);
            }

            @Override
            public List<AuditEntry> latestOf(UUID accountId, int limit) {
                return entries;
            }
        };
    }
}
