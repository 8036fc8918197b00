package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Together;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A repeated POST does nothing twice. */
@ContainerTest
class IdempotencyIT {

    private static final String ORDER =
            "{'product':'iot-platform','plan':'maker','period':'month','currency':'EUR','collection':'wire'}";

    private static final int ROUNDS = 10;
    private static final int CALLERS = 16;

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(IdempotencyIT.class);
    }

    @Test
    void the_same_key_and_body_give_the_same_answer_and_one_order() {
        Api.Answer first = owner.withKey("order-1").post("/api/v1/subscriptions", ORDER);
        Api.Answer second = owner.withKey("order-1").post("/api/v1/subscriptions", ORDER);
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        owner.withKey("order-2").post("/api/v1/subscriptions", ORDER);
        Api.Answer other = owner.withKey("order-2").post("/api/v1/subscriptions", ORDER.replace("month", "year"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().at("/code").asInt()).isEqualTo(304);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_refused_call_frees_its_key() {
        Api.Answer refused = owner.withKey("order-3").post("/api/v1/subscriptions", ORDER.replace("maker", "nothing"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(owner.withKey("order-3").post("/api/v1/subscriptions", ORDER).status())
                .isEqualTo(201);
    }

    @Test
    void keys_of_two_callers_are_two_keys() {
        Api other = Sandbox.ownerOf(Sandbox.account());
        String mine =
                owner.withKey("order-4").post("/api/v1/subscriptions", ORDER).text("/id");
        String theirs =
                other.withKey("order-4").post("/api/v1/subscriptions", ORDER).text("/id");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @RepeatedTest(ROUNDS)
    void simultaneous_calls_under_one_key_place_one_order() {
        List<Api.Answer> answers =
                Together.call(CALLERS, i -> owner.withKey("order-5").post("/api/v1/subscriptions", ORDER));
        assertThat(answers).allSatisfy(IdempotencyIT::isTheOrderOrAskedToWait);
        assertThat(answers.stream().filter(a -> a.status() == 201).map(Api.Answer::body))
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).isEqualTo(orderPlacedBy(answers)));
        assertThat(orders()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void simultaneous_calls_that_are_refused_are_told_why() {
        String refused = ORDER.replace("maker", "nothing");
        List<Api.Answer> answers =
                Together.call(CALLERS, i -> owner.withKey("order-6").post("/api/v1/subscriptions", refused));
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(400, 409));
        assertThat(answers)
                .anySatisfy(a -> assertThat(a.status()).as(a.toString()).isEqualTo(400));
        assertThat(orders()).isZero();
    }

    @Test
    void a_key_with_blanks_is_refused_by_name() {
        Api.Answer answer = owner.withKey("a b").post("/api/v1/subscriptions", ORDER);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(orders()).isZero();
    }

    private static void isTheOrderOrAskedToWait(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(201, 409);
        if (answer.status() == 409) {
            assertThat(answer.json().at("/code").asInt()).as(answer.toString()).isEqualTo(305);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
        }
    }

    private static String orderPlacedBy(List<Api.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow()
                .body();
    }

    private int orders() {
        return owner.get("/api/v1/subscriptions").json().at("/data").size();
    }
}
