package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.service.licensing.LicensingHouse.ACCOUNT;
import static org.chancery.service.licensing.LicensingHouse.NONCE;
import static org.chancery.service.licensing.LicensingHouse.NOON;
import static org.chancery.service.licensing.LicensingHouse.PRODUCT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.licensing.Grants;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.LicensingHouse.Client;
import org.chancery.service.licensing.port.PaidTime;
import org.chancery.service.platform.CallerIdentity;
import org.junit.jupiter.api.Test;

class OfflineLicenseTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final String RETURN_SECRET = "ret_known_to_the_site_alone";

    private final LicensingHouse house = new LicensingHouse();
    private final IssuedLicense license = house.license(Grants.offline(1, LocalDate.parse("2026-12-31")));
    private final Client client = house.new Client(license.secret());
    private final Client other = house.new Client(license.secret()).named("plant-1", "node-2");

    // a running instance takes its seat along

    @Test
    void a_running_instance_takes_its_seat_along() throws IOException {
        client.activate();
        OfflineLicenseView file = client.lend(MONTH, "deployment", "plant-1");

        assertThat(file.state()).isEqualTo("living");
        assertThat(file.expiresAt()).isEqualTo(NOON.plus(MONTH));
        JsonNode claims = claims(file);
        assertThat(claims.toString())
                .isEqualTo("{\"iss\":\"https://licenses.example\",\"aud\":\"iot-platform\",\"sub\":\"" + license.id()
                        + "\",\"jti\":\"" + file.id() + "\",\"iat\":1775822400,\"nbf\":1775822400,\"exp\":1778414400,"
                        + "\"ver\":1,\"bind\":{\"type\":\"deployment\",\"value\":\"plant-1\"},\"seats\":1,"
                        + "\"updatesUntil\":\"2026-12-31\",\"plan\":\"startup\","
                        + "\"limits\":{\"assets\":\"unlimited\",\"devices\":500},"
                        + "\"features\":[\"offline-mode\",\"rules\"],\"addOns\":{\"additional-users\":3},"
                        + "\"domains\":[],\"grace\":86400}");
        assertThat(house.events(license.id())).containsExactly("instance.lent", "instance.activated");
    }

    @Test
    void its_seat_is_taken_until_the_file_ends_whatever_happens_to_the_instance() {
        client.activate();
        client.lend(MONTH, "deployment", "plant-1");
        client.release();
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);

        house.seatAdministration.deactivate(license.id(), client.id());
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);

        house.advance(Duration.ofDays(2));
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(1L, 1));

        house.advance(Duration.ofDays(28).minusSeconds(1));
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        house.advance(Duration.ofSeconds(1));
        other.activate();
    }

    @Test
    void a_person_who_stops_it_frees_nothing_while_its_file_lives() {
        client.activate();
        client.lend(MONTH, "deployment", "plant-1");
        house.seatAdministration.deactivate(license.id(), client.id());
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        assertThat(stateOf(client)).isEqualTo("offline");
    }

    @Test
    void whoever_wants_the_seat_online_is_told_to_use_the_file_until_that_runs_out() {
        client.activate();
        client.lend(MONTH, "deployment", "plant-1");
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, client::check);
        Client sameName = house.new Client(license.secret());
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, sameName::activate);

        house.advance(MONTH.minusDays(1).minusSeconds(1));
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, client::check);
        house.advance(Duration.ofSeconds(1));
        client.check();
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(1L, 1));
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, sameName::activate);
        house.advance(Duration.ofHours(12));
        client.check();
        house.advance(Duration.ofHours(12)); // the end of the file, and the lease goes on
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
    }

    @Test
    void who_has_given_its_online_seat_back_gets_it_again_when_the_file_runs_out() {
        client.activate();
        client.lend(MONTH, "deployment", "plant-1");
        client.release();
        Client again = house.new Client(license.secret());
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, again::activate);
        house.advance(MONTH.minusDays(1));
        assertThat(again.activate().instanceId()).isEqualTo(client.id());
        assertThat(again.check().seq()).isEqualTo(2);
    }

    @Test
    void only_the_holder_of_a_seat_takes_it_along() {
        assertRefused(LicensingRefusal.INSTANCE_NOT_FOUND, () -> lendAs("no-id", "x"));
        client.activate();
        assertRefused(LicensingRefusal.STALE, () -> lendAs(client.id().toString(), "chk_guess"));
        Client copy = client.copy("boot-2", "192.0.2.9");
        client.check();
        assertRefused(LicensingRefusal.STALE, () -> copy.lend(MONTH, "deployment", "plant-1"));
        house.advance(Duration.ofDays(1));
        assertRefused(LicensingRefusal.LAPSED, () -> client.lend(MONTH, "deployment", "plant-1"));
        assertThat(house.offlineRows.outstanding(license.id(), NOON)).isEmpty();
    }

    @Test
    void a_file_is_bound_to_the_place_of_its_seat_and_to_no_other() {
        client.activate();
        assertThat(client.lend(MONTH, "instance", "node-1").bindValue()).isEqualTo("node-1");
        assertThat(client.lend(MONTH, "instance", client.id().toString()).bindType())
                .isEqualTo("instance");
        assertFault("bind.value", () -> client.lend(MONTH, "deployment", "plant-2"));
        assertFault("bind.value", () -> client.lend(MONTH, "instance", "node-2"));
        assertFault("bind.type", () -> client.lend(MONTH, "account", "plant-1"));
    }

    // how long

    @Test
    void it_lasts_an_hour_to_a_leap_year() {
        client.activate();
        assertFault("ttl", () -> client.lend(Duration.ofSeconds(3599), "deployment", "plant-1"));
        assertFault("ttl", () -> client.lend(Duration.ofDays(366).plusSeconds(1), "deployment", "plant-1"));
        assertThat(client.lend(Duration.ofHours(1), "deployment", "plant-1").expiresAt())
                .isEqualTo(NOON.plusSeconds(3600));
        assertThat(client.lend(Duration.ofDays(366), "deployment", "plant-1").expiresAt())
                .isEqualTo(NOON.plus(Duration.ofDays(366)));
    }

    @Test
    void what_a_license_allows_is_told_before_anybody_asks() {
        OfflineOffer offer = house.offline.offer(license.id());
        assertThat(offer).isEqualTo(new OfflineOffer(true, true, null, PRODUCT));
        client.activate();
        client.lend(MONTH, "deployment", "plant-1");
        house.paid = PaidTime.until(NOON.plus(MONTH));
        assertThat(house.offline.offer(license.id()))
                .isEqualTo(new OfflineOffer(true, false, NOON.plus(MONTH), PRODUCT));
        assertThat(house.offline.offer(house.license(Grants.startup()).id()).included())
                .isFalse();
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();
        assertThatThrownBy(() -> house.offline.offer(license.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_subscription_lends_what_is_paid_and_the_plans_lease_beyond_that() throws IOException {
        client.activate();
        house.paid = PaidTime.until(NOON.plus(Duration.ofDays(10)));
        OfflineLicenseView file = client.lend(MONTH, "deployment", "plant-1");
        assertThat(file.expiresAt()).isEqualTo(NOON.plus(Duration.ofDays(11)));
        assertThat(claims(file).get("grace").asLong()).isEqualTo(86_400);
        assertFault("ttl", () -> client.lend(null, "deployment", "plant-1"));

        house.paid = PaidTime.until(NOON.minus(Duration.ofHours(23)).minusSeconds(1));
        assertRefused(LicensingRefusal.OFFLINE_NOTHING_PAID, () -> client.lend(MONTH, "deployment", "plant-1"));
    }

    @Test
    void only_what_is_bought_for_ever_lasts_for_ever() throws IOException {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), null);
        assertThat(file.expiresAt()).isNull();
        assertThat(claims(file).has("exp")).isFalse();
        assertThat(claims(file).get("grace").asLong()).isZero();
        house.advance(Duration.ofDays(36_500));
        assertThat(house.licenses.view(license.id()).seats().get("production")).isEqualTo(new SeatUse(1L, 1));

        house.paid = PaidTime.NOT_SOLD;
        assertFault("ttl", () -> house.offline.issue(license.id(), request("node-1", "BBBBBBBBBBBBBBBBBBBBBB"), null));
    }

    @Test
    void what_the_staff_gave_until_a_day_is_lent_until_that_day() {
        house.paid = PaidTime.NOT_SOLD;
        IssuedLicense given = house.licenses.grant(
                new GrantLicense(ACCOUNT, PRODUCT, Grants.offline(1, null), true, NOON.plus(Duration.ofDays(5))));
        assertThat(house.offline.issue(given.id(), request(), MONTH.toSeconds()).expiresAt())
                .isEqualTo(NOON.plus(Duration.ofDays(5)));
    }

    // a site that was never online

    @Test
    void a_site_that_was_never_online_gets_a_file_for_its_request_and_a_seat() throws IOException {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), MONTH.toSeconds());
        assertThat(claims(file).get("ret").asText()).isEqualTo(PresentedSecret.sha256Of(RETURN_SECRET));
        assertThat(file.returnable()).isTrue();
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        assertThat(house.seatAdministration.instances(license.id(), null, 10).data())
                .singleElement()
                .satisfies(instance -> assertThat(instance.state()).isEqualTo("offline"));
        assertThat(house.auditRows).extracting(AuditEntry::action).contains("offline-license.issue");
    }

    @Test
    void a_request_may_come_as_base64url_and_twice() {
        String coded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(request().getBytes(StandardCharsets.UTF_8));
        OfflineLicenseView first = house.offline.issue(license.id(), coded, MONTH.toSeconds());
        OfflineLicenseView second = house.offline.issue(license.id(), "\n" + request() + "\n", MONTH.toSeconds());
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(house.offline.list(license.id(), null, 10).data())
                .singleElement()
                .satisfies(listed -> {
                    assertThat(listed.id()).isEqualTo(first.id());
                    assertThat(listed.token()).isNull();
                });
        assertThat(house.offline.get(license.id(), first.id()).token()).isEqualTo(first.token());

        house.advance(MONTH);
        assertRefused(
                LicensingRefusal.OFFLINE_REQUEST_USED,
                () -> house.offline.issue(license.id(), request(), MONTH.toSeconds()));
    }

    @Test
    void the_next_file_for_the_same_site_needs_no_second_seat() {
        house.offline.issue(license.id(), request(), MONTH.toSeconds());
        house.advance(Duration.ofDays(25));
        house.offline.issue(license.id(), request("node-1", "BBBBBBBBBBBBBBBBBBBBBB"), MONTH.toSeconds());
        house.advance(Duration.ofDays(25));
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        house.advance(Duration.ofDays(5));
        other.activate();
    }

    @Test
    void without_a_free_seat_there_is_no_file() {
        other.activate();
        assertRefused(
                LicensingRefusal.SEATS_EXCEEDED, () -> house.offline.issue(license.id(), request(), MONTH.toSeconds()));
    }

    @Test
    void what_a_request_lacks_is_named_together() {
        InvalidRequestException wrong = catchThrowableOfType(
                InvalidRequestException.class,
                () -> house.offline.issue(license.id(), "{\"product\":\"iot-platform\",\"seatClass\":\"x\"}", 5L));
        assertThat(wrong.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "request.releaseDate",
                        "request.deploymentId",
                        "request.instanceName",
                        "request.seatClass",
                        "request.bind.type",
                        "request.bind.value",
                        "request.nonce",
                        "ttl");
        for (String nonsense : new String[] {"", "[]", "{", "%%%", "{}{}", "{\"a\":1,\"a\":2}"}) {
            assertFault("request", () -> house.offline.issue(license.id(), nonsense, 3600L));
        }
    }

    // who gets none

    @Test
    void without_the_feature_there_is_no_file() {
        house.licenses.change(license.id(), Grants.startup());
        client.activate();
        assertRefused(LicensingRefusal.OFFLINE_NOT_INCLUDED, () -> client.lend(MONTH, "deployment", "plant-1"));
        assertRefused(
                LicensingRefusal.OFFLINE_NOT_INCLUDED,
                () -> house.offline.issue(license.id(), request(), MONTH.toSeconds()));
    }

    @Test
    void a_release_that_is_not_covered_a_stopped_license_and_another_product_get_none() {
        assertRefused(
                LicensingRefusal.VERSION_NOT_COVERED,
                () -> house.offline.issue(license.id(), request().replace("2026-05-01", "2027-01-01"), 3600L));
        assertRefused(
                LicensingRefusal.PRODUCT_MISMATCH,
                () -> house.offline.issue(license.id(), request().replace("iot-platform", "other"), 3600L));
        house.licenses.suspend(license.id(), "test");
        assertRefused(
                LicensingRefusal.SUSPENDED, () -> house.offline.issue(license.id(), request(), MONTH.toSeconds()));
    }

    @Test
    void a_license_that_is_bound_to_another_deployment_gets_none() {
        client.activate();
        house.licenses.bind(license.id(), "plant-2");
        assertRefused(
                LicensingRefusal.DEPLOYMENT_MISMATCH,
                () -> house.offline.issue(license.id(), request(), MONTH.toSeconds()));
        assertRefused(LicensingRefusal.DEPLOYMENT_MISMATCH, () -> client.lend(MONTH, "deployment", "plant-1"));
    }

    @Test
    void another_account_finds_nothing() {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), MONTH.toSeconds());
        house.callerName = CallerIdentity.user(new UUID(1, 1), new UUID(8, 8)).toPrincipalName();
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> house.offline.issue(license.id(), request(), 3600L),
            () -> house.offline.list(license.id(), null, 10),
            () -> house.offline.get(license.id(), file.id()),
            () -> house.offline.giveBack(license.id(), file.id(), proof(file)),
            () -> house.offline.writeOff(license.id(), file.id(), "x")
        }) {
            assertThatThrownBy(call).isInstanceOf(NotFoundException.class);
        }
        house.callerName = "system";
        IssuedLicense another = house.license(Grants.offline(1, null));
        assertThatThrownBy(() -> house.offline.get(another.id(), file.id())).isInstanceOf(NotFoundException.class);
    }

    // given back, lost

    @Test
    void a_return_file_frees_the_seat_once_and_for_every_file_of_the_site() {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), null);
        OfflineLicenseView next =
                house.offline.issue(license.id(), request("node-1", "BBBBBBBBBBBBBBBBBBBBBB"), MONTH.toSeconds());
        assertThat(house.offline.giveBack(license.id(), file.id(), proof(file)).state())
                .isEqualTo("returned");
        assertThat(house.offline.giveBack(license.id(), file.id(), proof(file)).state())
                .as("once more")
                .isEqualTo("returned");
        assertThat(house.offline.get(license.id(), next.id()).state()).isEqualTo("returned");
        assertThat(house.events(license.id())).containsExactly("instance.returned", "instance.lent", "instance.lent");
        other.activate();
    }

    @Test
    void only_the_site_itself_can_give_its_file_back() {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), MONTH.toSeconds());
        for (String wrong : new String[] {
            proof(file).replace(RETURN_SECRET, "ret_guess"),
            proof(file).replace(file.id().toString(), new UUID(1, 2).toString()),
            "{\"returned\":\"" + file.id() + "\"}"
        }) {
            assertRefused(
                    LicensingRefusal.OFFLINE_RETURN_WRONG,
                    () -> house.offline.giveBack(license.id(), file.id(), wrong));
        }
        client.named("plant-1", "node-1");
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, client::activate);
        house.offline.giveBack(license.id(), file.id(), proof(file));
        client.activate();
    }

    @Test
    void a_running_instance_goes_on_with_its_lease_when_its_file_is_back() {
        client.activate();
        OfflineLicenseView file = lendReturnable();
        assertRefused(LicensingRefusal.OFFLINE_LICENSE_ISSUED, client::check);
        house.offline.giveBack(license.id(), file.id(), proof(file));
        client.check();
        house.advance(Duration.ofDays(1));
        other.activate();
    }

    @Test
    void a_lost_file_holds_the_seat_until_its_end_but_its_instance_may_come_back() {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), MONTH.toSeconds());
        OfflineLicenseView lost = house.offline.writeOff(license.id(), file.id(), "The machine burnt");
        assertThat(lost.state()).isEqualTo("lost");
        assertThat(lost.holdsSeat()).isTrue();
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        client.activate();
        client.release();
        assertRefused(LicensingRefusal.SEATS_EXCEEDED, other::activate);
        house.advance(MONTH);
        other.activate();
        assertThat(house.auditRows)
                .filteredOn(row -> row.action().equals("offline-license.write-off"))
                .singleElement()
                .satisfies(row -> assertThat(row.after()).endsWith("The machine burnt"));
    }

    @Test
    void a_lost_file_without_an_end_lets_go_since_nothing_else_would() {
        OfflineLicenseView file = house.offline.issue(license.id(), request(), null);
        house.offline.writeOff(license.id(), file.id(), "The machine burnt");
        other.activate();
    }

    @Test
    void sales_hear_how_long_files_go_on() {
        assertThat(house.lent.lentUntil(license.id(), NOON)).isEmpty();
        OfflineLicenseView file = house.offline.issue(license.id(), request(), MONTH.toSeconds());
        house.offline.writeOff(license.id(), file.id(), "lost");
        assertThat(house.lent.lentUntilLocked(license.id(), NOON)).contains(NOON.plus(MONTH));
        house.offline.giveBack(license.id(), file.id(), proof(file));
        assertThat(house.lent.lentUntil(license.id(), NOON)).isEmpty();
    }

    private OfflineLicenseView lendReturnable() {
        return house.lending.lend(new LendSeat(
                client.id().toString(),
                new PresentedSecret(client.secretInUse()),
                client.address,
                MONTH.toSeconds(),
                "deployment",
                "plant-1",
                PresentedSecret.sha256Of(RETURN_SECRET)));
    }

    private OfflineLicenseView lendAs(String id, String secret) {
        return house.lending.lend(
                new LendSeat(id, new PresentedSecret(secret), "192.0.2.1", 3600L, "deployment", "plant-1", null));
    }

    private String stateOf(Client instance) {
        return house.seatAdministration.instances(license.id(), null, 10).data().stream()
                .filter(view -> view.id().equals(instance.id()))
                .map(InstanceView::state)
                .findFirst()
                .orElseThrow();
    }

    private static String request() {
        return request("node-1", NONCE);
    }

    private static String request(String name, String nonce) {
        return "{\"product\":\"iot-platform\",\"productVersion\":\"4.2\",\"releaseDate\":\"2026-05-01\","
                + "\"deploymentId\":\"plant-1\",\"instanceName\":\"" + name + "\",\"seatClass\":\"production\","
                + "\"bind\":{\"type\":\"deployment\",\"value\":\"plant-1\"},\"returnHash\":\""
                + PresentedSecret.sha256Of(RETURN_SECRET) + "\",\"nonce\":\"" + nonce + "\"}";
    }

    private static String proof(OfflineLicenseView file) {
        return "{\"returned\":\"" + file.id() + "\",\"returnSecret\":\"" + RETURN_SECRET + "\"}";
    }

    private static JsonNode claims(OfflineLicenseView file) throws IOException {
        String token = file.token() == null ? "" : file.token();
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static void assertRefused(LicensingRefusal expected, ThrowingCallable call) {
        LicensingException refused = catchThrowableOfType(LicensingException.class, call);
        assertThat(refused).as("refused with " + expected).isNotNull();
        assertThat(refused.refusal()).isEqualTo(expected);
    }

    private static void assertFault(String field, ThrowingCallable call) {
        InvalidRequestException wrong = catchThrowableOfType(InvalidRequestException.class, call);
        assertThat(wrong).as("refused for " + field).isNotNull();
        assertThat(wrong.errors()).extracting(FieldError::field).containsExactly(field);
    }
}
