package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The license protocol from the outside: what an instance, a copy of it and a stranger see. */
@ContainerTest
class LicensingIT {

    private final UUID account = Sandbox.account();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(LicensingIT.class);
    }

    @Test
    void an_unpaid_license_activates_nothing() {
        JsonNode order = Sandbox.order(account, "startup", "{}");
        TestInstance instance = new TestInstance(secretOf(order), "node-1");

        Api.Answer refused = instance.activate();
        assertRefused(refused, 403, 103, "unpaid");
        JsonNode denial = TestInstance.verified(refused.text("/denial"));
        assertThat(denial.at("/header/typ").asText()).isEqualTo("denial+jwt");
        assertThat(denial.at("/code").asInt()).isEqualTo(103);

        Sandbox.pay(order.at("/invoice/id").asText(), 24_900);
        assertThat(instance.activate().status()).isEqualTo(201);
    }

    @Test
    void an_activated_instance_checks_and_its_lease_verifies() {
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1");
        Api.Answer activated = instance.activate();
        assertThat(activated.status()).as(activated.toString()).isEqualTo(201);
        JsonNode lease = TestInstance.verified(activated.text("/lease"));
        assertThat(lease.at("/header/alg").asText()).isEqualTo("Ed25519");
        assertThat(lease.at("/header/typ").asText()).isEqualTo("lease+jwt");
        assertThat(lease.at("/aud").asText()).isEqualTo("iot-platform");
        assertThat(lease.at("/sub").asText()).isEqualTo(instance.id());
        assertThat(lease.at("/exp").asLong() - lease.at("/iat").asLong()).isEqualTo(86_400);

        long before = instance.seq();
        Api.Answer checked = instance.check();
        assertThat(checked.status()).as(checked.toString()).isEqualTo(200);
        assertThat(instance.seq()).isEqualTo(before + 1);
        TestInstance.verified(checked.text("/lease"));
    }

    @Test
    void a_repeated_check_replays_and_nothing_is_lost() {
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1");
        instance.activate();
        String proposed = instance.checkWithLostAnswer();
        Api.Answer repeated = instance.repeat(proposed);
        assertThat(repeated.status()).as(repeated.toString()).isEqualTo(200);
        assertThat(instance.check().status()).isEqualTo(200);
    }

    @Test
    void a_copy_is_found_out_while_the_original_goes_on() {
        TestInstance original = new TestInstance(paidSecret("{}"), "node-1");
        original.activate();
        TestInstance copy = original.copy();
        assertThat(original.check().status()).isEqualTo(200);

        assertRefused(copy.check(), 409, 107, "fork");
        assertThat(original.check().status()).isEqualTo(200);
        assertRefused(copy.check(), 409, 107, "stale");
        assertThat(original.check().status()).isEqualTo(200);
    }

    @Test
    void the_seat_limit_holds_and_a_release_frees_its_seat_at_once() {
        String secret = paidSecret("{}");
        TestInstance first = new TestInstance(secret, "node-1");
        TestInstance second = new TestInstance(secret, "node-2");
        assertThat(first.activate().status()).isEqualTo(201);
        Api.Answer full = second.activate();
        assertRefused(full, 409, 104, null);
        assertThat(full.header("Retry-After")).isNotNull();

        assertThat(first.release().status()).isEqualTo(204);
        assertThat(first.release().status()).isEqualTo(204);
        assertThat(second.activate().status()).isEqualTo(201);
    }

    @Test
    void a_bought_seat_lets_a_second_instance_in() {
        String secret = paidSecret("{'production-instances':1}");
        assertThat(new TestInstance(secret, "node-1").activate().status()).isEqualTo(201);
        assertThat(new TestInstance(secret, "node-2").activate().status()).isEqualTo(201);
        assertRefused(new TestInstance(secret, "node-3").activate(), 409, 104, null);
    }

    @Test
    void a_released_name_gets_its_instance_back_with_the_next_epoch() {
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1");
        String id = instance.activate().text("/instanceId");
        instance.release();
        Api.Answer again = instance.activate();
        assertThat(again.text("/instanceId")).isEqualTo(id);
        assertThat(again.json().at("/epoch").asInt()).isEqualTo(2);
    }

    @Test
    void a_bound_license_is_used_by_its_deployment_alone() {
        JsonNode order = Sandbox.paidOrder(account, "startup", "{}");
        String binding = "/api/v1/licenses/" + order.at("/license/id").asText() + "/deployment";
        TestInstance instance = new TestInstance(secretOf(order), "node-1");
        assertThat(instance.activate().status()).isEqualTo(201);

        Api.Answer bound = Api.operator().put(binding, "{'deploymentId':'site-2'}");
        assertThat(bound.status()).as(bound.toString()).isEqualTo(200);
        assertThat(bound.text("/deploymentId")).isEqualTo("site-2");
        assertRefused(instance.check(), 409, 110, null);
        instance.release();
        Api.Answer refused = instance.activate();
        assertRefused(refused, 409, 110, null);
        assertThat(TestInstance.verified(refused.text("/denial")).at("/code").asInt())
                .isEqualTo(110);

        Api.Answer wrong = Api.operator().put(binding, "{'deploymentId':' '}");
        assertRefused(wrong, 400, 106, null);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("deploymentId");
        Api.Answer freed = Api.operator().delete(binding);
        assertThat(freed.status()).isEqualTo(200);
        assertThat(freed.json().has("deploymentId")).isFalse();
        assertThat(instance.activate().status()).isEqualTo(201);
    }

    @Test
    void usage_is_added_up_and_more_than_there_is_is_told_to_all() {
        JsonNode order = Sandbox.paidOrder(account, "startup", "{'production-instances':1}");
        String license = "/api/v1/licenses/" + order.at("/license/id").asText();
        TestInstance first = new TestInstance(secretOf(order), "node-1");
        first.activate();
        TestInstance second = new TestInstance(secretOf(order), "node-2");
        second.activate();

        Api.Answer fits =
                first.reporting(",'usage':{'devices':300,'rockets':1}").check();
        assertThat(fits.json().has("overQuota")).as(fits.toString()).isFalse();
        Api.Answer exceeds = second.reporting(",'usage':{'devices':201}").check();
        assertThat(exceeds.json().at("/overQuota").toString()).isEqualTo("{\"devices\":{\"limit\":500,\"used\":501}}");
        assertThat(first.check().json().at("/overQuota/devices/used").asInt()).isEqualTo(501);
        assertThat(Api.operator().get(license).json().at("/usage").toString())
                .isEqualTo("{\"devices\":{\"limit\":500,\"used\":501}}");
        JsonNode instances = Api.operator().get(license + "/instances").json().at("/data");
        assertThat(instances.findValuesAsText("usageReportedAt")).hasSize(2);
        assertThat(instances.at("/1/usage").toString()).isEqualTo("{\"devices\":300,\"rockets\":1}");

        second.release();
        assertThat(first.check().json().has("overQuota")).isFalse();
        Api.Answer wrong = first.reporting(",'usage':{'devices':-1}").check();
        assertRefused(wrong, 400, 106, null);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("usage.devices");
        Api.Answer fraction = first.reporting(",'usage':{'devices':1.5}").check();
        assertRefused(fraction, 400, 106, null);
        assertThat(fraction.text("/errors/0/field")).isEqualTo("usage.devices");
        assertThat(first.reporting(",'certificates':[{'domain':'a.example.com','state':'valid'}]")
                        .check()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void forty_simultaneous_activations_for_one_seat_give_exactly_one() {
        String secret = paidSecret("{}");
        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> new TestInstance(secret, "node-" + i).activate().status())
                .toList();
        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
    }

    @Test
    void entitlements_say_what_was_sold_and_only_once() {
        TestInstance instance = new TestInstance(paidSecret("{'custom-domains':2}"), "node-1");
        instance.activate();
        Api.Answer full = instance.entitlements(null);
        assertThat(full.status()).as(full.toString()).isEqualTo(200);
        assertThat(full.json().at("/plan/code").asText()).isEqualTo("startup");
        assertThat(full.json().at("/limits/devices").asInt()).isEqualTo(500);
        assertThat(full.json().at("/addOns/custom-domains").asInt()).isEqualTo(2);
        assertThat(full.json().at("/seatClass").asText()).isEqualTo("production");
        assertThat(instance.entitlements(full.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    void unlimited_is_a_word() {
        JsonNode order = Sandbox.paidOrder(account, "enterprise", "{}");
        TestInstance instance = new TestInstance(secretOf(order), "node-1");
        instance.activate();
        assertThat(instance.entitlements(null).json().at("/limits/devices").asText())
                .isEqualTo("unlimited");
    }

    @Test
    void a_preview_shows_the_grant_and_takes_no_seat() {
        String secret = paidSecret("{}");
        Api.Answer preview = Api.anonymous().as(secret).post("/api/v1/licenses/preview", "{'product':'iot-platform'}");
        assertThat(preview.status()).as(preview.toString()).isEqualTo(200);
        assertThat(preview.json().at("/seats/production/limit").asInt()).isEqualTo(1);
        assertThat(preview.json().at("/seats/production/used").asInt()).isZero();
    }

    @Test
    void wrong_secrets_look_alike() {
        for (String secret : new String[] {"lic_nonsense", "lic_" + "a".repeat(49), "nothing"}) {
            TestInstance stranger = new TestInstance(secret, "node-1");
            Api.Answer answer = stranger.activate();
            assertRefused(answer, 401, 101, null);
        }
    }

    @Test
    void five_wrong_secrets_a_minute_is_all_an_address_gets_and_a_right_one_still_works() {
        Api guesser = Api.anonymous().from("192.0.2.77");
        String body = new TestInstance("", "node-1").activation(TestInstance.hash("x"), TestInstance.random(24));
        for (int i = 0; i < 5; i++) {
            assertRefused(guesser.as("lic_guess" + i).post("/api/v1/instances", body), 401, 101, null);
        }
        Api.Answer limited = guesser.as("lic_guess6").post("/api/v1/instances", body);
        assertRefused(limited, 429, 113, null);
        assertThat(limited.header("Retry-After")).isNotNull();
        assertThat(limited.json().has("denial")).isFalse();
        assertThat(guesser.as(paidSecret("{}")).post("/api/v1/instances", body).status())
                .isEqualTo(201);
    }

    @Test
    void five_wrong_check_secrets_a_minute_are_counted_and_the_right_one_still_works() {
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1").at("192.0.2.78");
        instance.activate();
        TestInstance guesser = instance.copy().guessing();
        for (int i = 0; i < 5; i++) {
            assertRefused(guesser.check(), 409, 107, "stale");
        }
        Api.Answer limited = guesser.check();
        assertRefused(limited, 429, 113, null);
        assertThat(limited.json().has("denial")).isFalse();
        assertThat(instance.check().status()).isEqualTo(200);
    }

    @Test
    void sixty_checks_in_ten_minutes_are_answered_and_the_next_has_to_wait() {
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1");
        instance.activate();
        for (int i = 0; i < 60; i++) {
            assertThat(instance.check().status()).isEqualTo(200);
        }
        Api.Answer limited = instance.check();
        assertRefused(limited, 429, 113, null);
        assertThat(Long.parseLong(String.valueOf(limited.header("Retry-After"))))
                .isBetween(1L, 600L);
        assertThat(limited.json().has("denial")).isFalse();
    }

    @Test
    void a_hundred_and_twenty_activations_a_minute_are_answered_and_the_next_have_to_wait() {
        String secret = paidSecret("{}");
        List<Integer> statuses = IntStream.range(0, 125)
                .parallel()
                .mapToObj(i -> new TestInstance(secret, "node-" + i).activate().status())
                .toList();
        assertThat(statuses).containsOnly(201, 409, 429);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSizeBetween(1, 5);
    }

    @Test
    void blank_and_missing_fields_are_named_together() {
        String body = new TestInstance("", "node-1")
                .activation(TestInstance.hash("x"), TestInstance.random(24))
                .replace("'site-1'", "' '")
                .replace("'instanceName':'node-1',", "");
        Api.Answer answer = Api.anonymous().as(paidSecret("{}")).post("/api/v1/instances", body);
        assertRefused(answer, 400, 106, null);
        assertThat(answer.json().at("/errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("deploymentId", "instanceName");
        assertThat(answer.json().has("denial")).isFalse();
    }

    @Test
    void a_body_that_is_not_there_is_told_what_it_lacks() {
        for (String nothing : new String[] {"", "null"}) {
            Api.Answer answer = Api.anonymous().as(paidSecret("{}")).post("/api/v1/instances", nothing);
            assertRefused(answer, 400, 106, null);
            assertThat(answer.json().at("/errors").findValuesAsText("field"))
                    .contains("product", "nonce", "nextSecretHash");
        }
        TestInstance instance = new TestInstance(paidSecret("{}"), "node-1");
        assertThat(instance.activate().status()).isEqualTo(201);
        Api.Answer check = Api.anonymous().as("chk_x").post("/api/v1/instances/" + instance.id() + "/checks", "null");
        assertRefused(check, 400, 106, null);
        assertThat(check.json().at("/errors").findValuesAsText("field")).contains("nonce", "seq", "nextSecretHash");
    }

    @Test
    void another_product_is_refused() {
        Api.Answer answer = Api.anonymous()
                .as(paidSecret("{}"))
                .post(
                        "/api/v1/instances",
                        new TestInstance("", "node-1")
                                .activation(TestInstance.hash("x"), TestInstance.random(24))
                                .replace("iot-platform", "other-platform"));
        assertRefused(answer, 422, 112, null);
    }

    @Test
    void an_instance_that_does_not_exist_is_not_found() {
        Api.Answer answer = Api.anonymous()
                .as(TestInstance.newSecret())
                .post(
                        "/api/v1/instances/" + new UUID(5, 5) + "/checks",
                        "{'epoch':1,'seq':1,'nextSecretHash':'" + TestInstance.hash("x") + "','nonce':'"
                                + TestInstance.random(24) + "','bootId':'b'}");
        assertRefused(answer, 404, 105, null);
    }

    @Test
    void a_deactivated_instance_is_told_so() {
        JsonNode order = Sandbox.paidOrder(account, "startup", "{}");
        TestInstance instance = new TestInstance(secretOf(order), "node-1");
        instance.activate();
        Api.Answer deactivated = Api.operator()
                .delete("/api/v1/licenses/" + order.at("/license/id").asText() + "/instances/" + instance.id());
        assertThat(deactivated.status()).as(deactivated.toString()).isEqualTo(204);
        assertRefused(instance.check(), 410, 108, "deactivated");
    }

    private String paidSecret(String addOns) {
        return secretOf(Sandbox.paidOrder(account, "startup", addOns));
    }

    private static String secretOf(JsonNode order) {
        return order.at("/license/secret").asText();
    }

    private static void assertRefused(Api.Answer answer, int status, int code, @Nullable String reason) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(code);
        if (reason != null) {
            assertThat(answer.text("/reason")).isEqualTo(reason);
        }
    }
}
