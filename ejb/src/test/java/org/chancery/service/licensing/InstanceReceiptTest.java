package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.service.licensing.LicensingHouse.NOON;
import static org.chancery.service.licensing.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Lease;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.SeatClass;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.chancery.service.licensing.port.DenialClaims;
import org.chancery.service.licensing.port.LeaseClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What proves to a database that forgot: our own lease for this very instance and secret, untouched. The database fell
 * back to the activation; the client has made three checks since.
 */
class InstanceReceiptTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.withSeats(2, 0));
    private final Client client = house.new Client(license.secret());
    private String first = "";
    private String genuine = "";

    @BeforeEach
    void a_database_that_forgot() {
        client.activate();
        first = client.receipt();
        Client asRestored = client.copy("boot-1", client.address);
        for (int i = 0; i < 3; i++) {
            client.check();
        }
        genuine = client.receipt();
        restoreTo(asRestored.secretInUse());
    }

    @Test
    void the_untouched_lease_heals() {
        assertHeals();
    }

    @ParameterizedTest(name = "part {0}")
    @ValueSource(ints = {0, 1, 2})
    void each_changed_byte_of_header_payload_and_signature_makes_it_nothing(int part) {
        String[] parts = genuine.split("\\.", -1);
        byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 << (i % 8));
            String[] forged = parts.clone();
            forged[part] = encode(changed);
            assertProvesNothing(String.join(".", forged));
        }
        assertHeals();
    }

    @Test
    void a_signature_that_is_not_needed_a_mac_or_a_key_of_its_own_make_it_nothing() throws GeneralSecurityException {
        String claims = genuine.split("\\.", -1)[1];
        assertProvesNothing(encode("{\"alg\":\"none\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}") + "." + claims + ".");
        assertProvesNothing(macUnderThePublicKey(claims));
        assertProvesNothing(withAKeyOfItsOwn(claims));
        assertHeals();
    }

    private String macUnderThePublicKey(String claims) throws GeneralSecurityException {
        String input = encode("{\"alg\":\"HS256\",\"typ\":\"lease+jwt\",\"kid\":\"KID\"}") + "." + claims;
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] publicKey =
                Base64.getUrlDecoder().decode(house.signer.publicKeys().get(0).x());
        mac.init(new SecretKeySpec(publicKey, "HmacSHA256"));
        return input + "." + encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private String withAKeyOfItsOwn(String claims) throws GeneralSecurityException {
        KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = own.getPublic().getEncoded();
        String x = encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        String input = encode("{\"alg\":\"Ed25519\",\"typ\":\"lease+jwt\",\"kid\":\"KID\",\"jwk\":{\"kty\":\"OKP\","
                        + "\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}}")
                + "." + claims;
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(own.getPrivate());
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + encode(signature.sign());
    }

    @Test
    void our_own_signature_for_something_else_proves_nothing_here() {
        LeaseClaims claims = house.signer.recognise(genuine).orElseThrow();
        Lease lease = claims.lease();
        assertProvesNothing(sign("other-product", claims.instanceId(), lease));
        assertProvesNothing(sign(claims.product(), new UUID(5, 5), lease));
        assertProvesNothing(sign(claims.product(), claims.instanceId(), inEpoch(2, lease)));
        assertProvesNothing(house.signer.sign(
                new DenialClaims(claims.product(), claims.instanceId().toString(), 107, "fork", claims.nonce(), NOON)));
        Client other = house.new Client(license.secret()).named("plant-1", "node-2");
        other.activate();
        other.check();
        assertProvesNothing(other.receipt());
        assertHeals();
    }

    @Test
    void an_older_lease_of_its_own_that_is_shown_again_proves_nothing_new() {
        assertProvesNothing(first);
        LeaseClaims claims = house.signer.recognise(genuine).orElseThrow();
        Lease lease = claims.lease();
        assertProvesNothing(sign(
                claims.product(),
                claims.instanceId(),
                new Lease(lease.epoch(), 2, "x".repeat(43), lease.issuedAt(), lease.expiresAt())));
        assertHeals();
    }

    @Test
    void a_receipt_is_shown_once_more_in_vain() {
        client.checkButLoseTheAnswer();
        Client copy = client.copy("boot-9", "198.51.100.7");
        assertThat(client.check().seq()).isEqualTo(5); // the lost answer
        client.check();
        copy.show(genuine);

        refused(copy::check, LicensingRefusal.STALE);
    }

    @Test
    void a_receipt_is_proof_and_no_permission_so_it_heals_after_its_end_when_there_is_a_seat() {
        house.advance(Duration.ofDays(3));
        assertProvesNothing(first);
        assertHeals();
    }

    @Test
    void and_does_not_bring_back_a_seat_that_went_to_others() {
        house.advance(Duration.ofDays(3));
        for (int i = 2; i <= 3; i++) {
            house.new Client(license.secret()).named("plant-1", "node-" + i).activate();
        }
        client.show(genuine);

        refused(client::check, LicensingRefusal.LAPSED);
    }

    private String sign(String product, UUID instanceId, Lease lease) {
        LeaseClaims claims = house.signer.recognise(genuine).orElseThrow();
        return house.signer.sign(new LeaseClaims(
                product,
                instanceId,
                claims.licenseId(),
                lease,
                claims.nonce(),
                claims.seatClass(),
                claims.entitlementTag()));
    }

    private static Lease inEpoch(int epoch, Lease lease) {
        return new Lease(epoch, lease.seq(), lease.secretHash(), lease.issuedAt(), lease.expiresAt());
    }

    private void assertProvesNothing(String receipt) {
        house.machine.stopAt(house.machine.instant().plus(MINUTE)); // five wrong secrets a minute
        client.show(receipt);
        refused(client::check, LicensingRefusal.STALE);
        assertThat(house.events(license.id())).doesNotContain("instance.healed");
    }

    private void assertHeals() {
        client.show(genuine);
        assertThat(client.check().seq()).isEqualTo(5);
        assertThat(house.events(license.id())).contains("instance.healed");
        assertThat(client.check().seq()).isEqualTo(6);
    }

    private String encode(String header) {
        return encode(header.replace("KID", kid()).getBytes(StandardCharsets.US_ASCII));
    }

    private String kid() {
        return house.signer.publicKeys().get(0).kid();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The row as it was right after the activation. */
    private void restoreTo(String secret) {
        house.instanceRows.add(new Instance(
                client.id(),
                license.id(),
                LicensingHouse.PRODUCT,
                new Activation(
                        "plant-1",
                        "node-1",
                        SeatClass.PRODUCTION,
                        "1.0",
                        LocalDate.of(2026, 1, 1),
                        "boot-1",
                        PresentedSecret.sha256Of(secret),
                        null,
                        null,
                        "192.0.2.1"),
                new LeaseTerms(Duration.ofDays(1), null),
                NOON));
    }
}
