package org.chancery.client.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.client.token.TestClaims.HASH;
import static org.chancery.client.token.TestClaims.INSTANCE;
import static org.chancery.client.token.TestClaims.NONCE;
import static org.chancery.client.token.TestClaims.NOON;
import static org.chancery.client.token.TestClaims.PRODUCT;
import static org.chancery.client.token.TestClaims.but;
import static org.chancery.client.token.TestClaims.denial;
import static org.chancery.client.token.TestClaims.lease;
import static org.chancery.client.token.TestClaims.offline;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.client.json.JsonWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {

    private static final TestSigner SERVER = new TestSigner("key-1");
    private static final TokenVerifier VERIFIER = new TokenVerifier(SERVER.pinned(), PRODUCT, TestClaims.ISSUER);
    private static final TokenVerifier.Expected EXPECTED = new TokenVerifier.Expected(INSTANCE, 1L, 4, HASH, NONCE);
    private static final TokenVerifier.Site SITE =
            new TokenVerifier.Site("site-1", "node-1", INSTANCE, LocalDate.parse("2026-05-01"), Set.of("file-0"));

    @Test
    void a_good_lease_says_everything() throws TokenException {
        Lease lease = VERIFIER.runningLease(SERVER.token("lease+jwt", lease()), EXPECTED, NOON);
        assertThat(lease.instanceId()).isEqualTo(INSTANCE);
        assertThat(lease.licenseId()).isEqualTo(TestClaims.LICENSE);
        assertThat(lease.seq()).isEqualTo(5);
        assertThat(lease.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(1)));
        assertThat(lease.seatClass()).isEqualTo("production");
        assertThat(lease.entitlementTag()).isEqualTo("\"7-abc\"");
        assertThat(lease.toString()).doesNotContain(lease.token());
    }

    @Test
    void the_older_name_of_the_algorithm_is_accepted() throws TokenException {
        String token =
                SERVER.signed("{\"alg\":\"EdDSA\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}", JsonWriter.write(lease()));
        assertThat(VERIFIER.lease(token, EXPECTED).epoch()).isEqualTo(1);
    }

    /** Each bit of header, payload and signature that a wire can turn; text and bytes alike. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_token_with_one_changed_byte_is_refused(int part) {
        String[] parts = SERVER.token("lease+jwt", lease()).split("\\.");
        byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
        Set<TokenRefusal> seen = EnumSet.noneOf(TokenRefusal.class);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            parts[part] = TestSigner.encode(changed);
            seen.add(refusal(() -> VERIFIER.lease(String.join(".", parts), EXPECTED)));
        }
        Set<TokenRefusal> allowed = part == 0
                ? EnumSet.of(
                        TokenRefusal.MALFORMED,
                        TokenRefusal.HEADER,
                        TokenRefusal.ALGORITHM,
                        TokenRefusal.UNKNOWN_KEY,
                        TokenRefusal.SIGNATURE)
                : EnumSet.of(TokenRefusal.SIGNATURE);
        assertThat(allowed).containsAll(seen);
        assertThat(seen).contains(TokenRefusal.SIGNATURE);
    }

    @Test
    void each_character_of_the_text_counts_even_where_the_bytes_stay_the_same() {
        String token = SERVER.token("lease+jwt", lease());
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', '-', '=', '.', ' '}) {
                String changed = token.substring(0, i) + other + token.substring(i + 1);
                if (!changed.equals(token)) {
                    assertThat(refusal(() -> VERIFIER.lease(changed, EXPECTED)))
                            .isIn(
                                    TokenRefusal.MALFORMED,
                                    TokenRefusal.HEADER,
                                    TokenRefusal.ALGORITHM,
                                    TokenRefusal.UNKNOWN_KEY,
                                    TokenRefusal.SIGNATURE);
                }
            }
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"alg\":\"none\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}|ALGORITHM",
                "{\"alg\":\"ES256\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}|ALGORITHM",
                "{\"alg\":\"ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}|ALGORITHM",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\"}|HEADER",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":7}|HEADER",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\",\"crit\":[\"exp\"]}|HEADER",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\",\"jku\":\"https://evil\"}|HEADER",
                "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"key-2\"}|UNKNOWN_KEY",
                "{\"alg\":\"Ed25519\",\"typ\":\"denial+jwt\",\"kid\":\"key-1\"}|TYPE",
                "{\"alg\":\"Ed25519\",\"typ\":\"JWT\",\"kid\":\"key-1\"}|TYPE",
                "{\"alg\":\"Ed25519\",\"alg\":\"none\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}|MALFORMED",
                "[]|MALFORMED",
            })
    void headers_other_than_ours_are_refused(String header, TokenRefusal reason) {
        assertThat(refusal(() -> VERIFIER.lease(SERVER.signed(header, JsonWriter.write(lease())), EXPECTED)))
                .isEqualTo(reason);
    }

    @Test
    void a_key_that_the_token_brings_along_counts_for_nothing() {
        TestSigner evil = new TestSigner("key-1");
        String header = "{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\",\"jwk\":{\"kty\":\"OKP\","
                + "\"crv\":\"Ed25519\",\"x\":\"" + TestSigner.encode(evil.publicKey()) + "\"}}";
        assertThat(refusal(() -> VERIFIER.lease(evil.signed(header, JsonWriter.write(lease())), EXPECTED)))
                .isEqualTo(TokenRefusal.HEADER);
        assertThat(refusal(() -> VERIFIER.lease(evil.token("lease+jwt", lease()), EXPECTED)))
                .isEqualTo(TokenRefusal.SIGNATURE);
    }

    @Test
    void an_hmac_with_the_public_key_is_no_signature() throws GeneralSecurityException {
        String header = "{\"alg\":\"HS256\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}";
        String input = TestSigner.encode(header.getBytes(StandardCharsets.US_ASCII)) + "."
                + TestSigner.encode(JsonWriter.bytes(lease()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SERVER.publicKey(), "HmacSHA256"));
        String token = input + "." + TestSigner.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        assertThat(refusal(() -> VERIFIER.lease(token, EXPECTED))).isEqualTo(TokenRefusal.ALGORITHM);
    }

    @Test
    void a_token_that_says_it_needs_no_signature_is_refused_with_and_without_one() {
        String header = TestSigner.encode(
                "{\"alg\":\"none\",\"typ\":\"lease+jwt\",\"kid\":\"key-1\"}".getBytes(StandardCharsets.US_ASCII));
        String input = header + "." + TestSigner.encode(JsonWriter.bytes(lease()));
        assertThat(refusal(() -> VERIFIER.lease(input + ".", EXPECTED))).isEqualTo(TokenRefusal.ALGORITHM);
        assertThat(refusal(() -> VERIFIER.lease(input, EXPECTED))).isEqualTo(TokenRefusal.MALFORMED);
    }

    @Test
    void what_is_cut_or_far_too_long_is_refused() {
        String token = SERVER.token("lease+jwt", lease());
        assertThat(refusal(() -> VERIFIER.lease(token.substring(0, token.lastIndexOf('.')), EXPECTED)))
                .isEqualTo(TokenRefusal.MALFORMED);
        assertThat(refusal(() -> VERIFIER.lease(token.substring(0, token.lastIndexOf('.') + 1), EXPECTED)))
                .isEqualTo(TokenRefusal.SIGNATURE);
        assertThat(refusal(() -> VERIFIER.lease(token + ".x", EXPECTED))).isEqualTo(TokenRefusal.MALFORMED);
        assertThat(refusal(() -> VERIFIER.lease("x".repeat(5000), EXPECTED))).isEqualTo(TokenRefusal.TOO_LARGE);
    }

    @Test
    void a_lease_for_somebody_or_something_else_is_refused() {
        assertThat(leaseWith("iss", "https://copy.example")).isEqualTo(TokenRefusal.ISSUER);
        assertThat(leaseWith("aud", "other-product")).isEqualTo(TokenRefusal.AUDIENCE);
        assertThat(leaseWith("sub", "another-instance")).isEqualTo(TokenRefusal.SUBJECT);
        assertThat(leaseWith("nonce", "BBBBBBBBBBBBBBBBBBBBBB")).isEqualTo(TokenRefusal.NONCE);
        assertThat(leaseWith("ep", 2)).isEqualTo(TokenRefusal.SEQUENCE);
        assertThat(leaseWith("seq", 4)).isEqualTo(TokenRefusal.SEQUENCE);
        assertThat(leaseWith("cnf", Map.of("s256", "x".repeat(43)))).isEqualTo(TokenRefusal.SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "lid", "ep", "seq", "cnf", "nonce", "iat", "exp", "cls", "ent"})
    void a_lease_without_one_of_its_claims_or_with_a_strange_one_is_refused(String claim) {
        assertThat(leaseWith(claim, null)).isEqualTo(TokenRefusal.CLAIMS);
        assertThat(leaseWith(claim, List.of(1))).isEqualTo(TokenRefusal.CLAIMS);
    }

    @Test
    void an_instant_beyond_time_is_refused() {
        assertThat(leaseWith("exp", Long.MAX_VALUE)).isEqualTo(TokenRefusal.CLAIMS);
    }

    @Test
    void a_lease_that_is_over_is_a_receipt_but_no_permission() throws TokenException {
        String token = SERVER.token("lease+jwt", lease());
        Instant end = NOON.plus(Duration.ofDays(1));
        assertThat(VERIFIER.lease(token, EXPECTED).runsAt(end)).isFalse();
        assertThat(refusal(() -> VERIFIER.runningLease(token, EXPECTED, end))).isEqualTo(TokenRefusal.EXPIRED);
        assertThat(VERIFIER.runningLease(token, EXPECTED, end.minusSeconds(1)).runsAt(end.minusSeconds(1)))
                .isTrue();
    }

    @Test
    void a_denial_has_to_answer_our_own_question() throws TokenException {
        String token = SERVER.token("denial+jwt", denial(107, "fork"));
        Denial denial = VERIFIER.denial(token, INSTANCE, NONCE);
        assertThat(denial.code()).isEqualTo(107);
        assertThat(denial.reason()).isEqualTo("fork");
        assertThat(refusal(() -> VERIFIER.denial(token, "another", NONCE))).isEqualTo(TokenRefusal.SUBJECT);
        assertThat(refusal(() -> VERIFIER.denial(token, INSTANCE, "old"))).isEqualTo(TokenRefusal.NONCE);
        assertThat(refusal(() -> VERIFIER.denial(SERVER.token("lease+jwt", denial(107, "fork")), INSTANCE, NONCE)))
                .isEqualTo(TokenRefusal.TYPE);
        assertThat(refusal(() -> VERIFIER.denial(
                        SERVER.token("denial+jwt", but(denial(107, null), "aud", "other")), INSTANCE, NONCE)))
                .isEqualTo(TokenRefusal.AUDIENCE);
        assertThat(refusal(() -> VERIFIER.denial(
                        SERVER.token("denial+jwt", but(denial(107, null), "iss", "other")), INSTANCE, NONCE)))
                .isEqualTo(TokenRefusal.ISSUER);
    }

    @Test
    void only_a_server_that_never_heard_of_the_instance_may_leave_the_product_out() throws TokenException {
        String unknown = SERVER.token("denial+jwt", but(denial(105, null), "aud", null));
        assertThat(VERIFIER.denial(unknown, INSTANCE, NONCE).product()).isNull();
        String suspended = SERVER.token("denial+jwt", but(denial(103, "suspended"), "aud", null));
        assertThat(refusal(() -> VERIFIER.denial(suspended, INSTANCE, NONCE))).isEqualTo(TokenRefusal.AUDIENCE);
    }

    @Test
    void an_offline_license_for_this_place_and_time_is_good() throws TokenException {
        OfflineLicense license = VERIFIER.offlineLicense(SERVER.token("license+jwt", offline()), SITE, NOON);
        assertThat(license.id()).isEqualTo("file-1");
        assertThat(license.runsOutAt(NOON.plus(Duration.ofDays(22)))).isFalse();
        assertThat(license.runsOutAt(NOON.plus(Duration.ofDays(23)))).isTrue();
        assertThat(license.runsAt(NOON.plus(Duration.ofDays(30)))).isFalse();
        assertThat(license.covers(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(license.toString()).doesNotContain(license.token());
    }

    @Test
    void an_offline_license_without_an_end_never_ends() throws TokenException {
        OfflineLicense license = VERIFIER.offlineLicense(
                SERVER.token("license+jwt", but(offline(), "exp", null)), SITE, NOON.plus(Duration.ofDays(20_000)));
        assertThat(license.runsOutAt(NOON.plus(Duration.ofDays(20_000)))).isFalse();
    }

    @Test
    void a_clock_behind_the_signature_does_not_make_a_license_come_from_the_future() throws TokenException {
        assertThat(VERIFIER.offlineLicense(SERVER.token("license+jwt", offline()), SITE, Instant.EPOCH)
                        .id())
                .isEqualTo("file-1");
    }

    @Test
    void an_offline_license_for_elsewhere_or_another_time_is_refused_with_the_first_thing_that_is_wrong() {
        assertThat(offlineWith("iss", "https://copy.example")).isEqualTo(TokenRefusal.ISSUER);
        assertThat(offlineWith("aud", "other-product")).isEqualTo(TokenRefusal.AUDIENCE);
        assertThat(offlineWith("bind", Map.of("type", "deployment", "value", "site-2")))
                .isEqualTo(TokenRefusal.BINDING);
        assertThat(offlineWith("bind", Map.of("type", "instance", "value", "node-2")))
                .isEqualTo(TokenRefusal.BINDING);
        assertThat(offlineWith("bind", Map.of("type", "moon", "value", "site-1")))
                .isEqualTo(TokenRefusal.BINDING);
        assertThat(offlineWith("jti", "file-0")).isEqualTo(TokenRefusal.RETURNED);
        assertThat(offlineWith("nbf", NOON.plusSeconds(61).getEpochSecond())).isEqualTo(TokenRefusal.NOT_YET_VALID);
        assertThat(offlineWith("exp", NOON.getEpochSecond())).isEqualTo(TokenRefusal.EXPIRED);
        assertThat(offlineWith("updatesUntil", "2026-04-30")).isEqualTo(TokenRefusal.VERSION_NOT_COVERED);
        assertThat(offlineWith("updatesUntil", "next year")).isEqualTo(TokenRefusal.CLAIMS);
        assertThat(offlineWith("bind", null)).isEqualTo(TokenRefusal.CLAIMS);
    }

    @Test
    void an_instance_is_bound_by_its_name_or_its_id() throws TokenException {
        for (String value : new String[] {"node-1", INSTANCE}) {
            String token =
                    SERVER.token("license+jwt", but(offline(), "bind", Map.of("type", "instance", "value", value)));
            assertThat(VERIFIER.offlineLicense(token, SITE, NOON).binding().value())
                    .isEqualTo(value);
        }
    }

    @Test
    void size_is_looked_at_before_anything_else() {
        assertThat(refusal(() -> VERIFIER.offlineLicense("x".repeat(70_000), SITE, NOON)))
                .isEqualTo(TokenRefusal.TOO_LARGE);
    }

    private static TokenRefusal leaseWith(String claim, @Nullable Object value) {
        return refusal(() -> VERIFIER.lease(SERVER.token("lease+jwt", but(lease(), claim, value)), EXPECTED));
    }

    private static TokenRefusal offlineWith(String claim, @Nullable Object value) {
        return refusal(
                () -> VERIFIER.offlineLicense(SERVER.token("license+jwt", but(offline(), claim, value)), SITE, NOON));
    }

    private static TokenRefusal refusal(ThrowingCallable call) {
        TokenException refused = catchThrowableOfType(TokenException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }
}
