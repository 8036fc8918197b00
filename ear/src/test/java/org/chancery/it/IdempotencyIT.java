package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A repeated POST does nothing twice. */
@ContainerTest
class IdempotencyIT {

    private static final String ORDER =
            "{'product':'iot-platform','plan':'maker','period':'month','currency':'EUR','collection':'wire'}";

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

    @Test
    void simultaneous_calls_under_one_key_place_one_order() {
        List<Api.Answer> answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> owner.withKey("order-5").post("/api/v1/subscriptions", ORDER))
                .toList();
        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(201, 409));
        assertThat(answers).anySatisfy(a -> assertThat(a.status()).isEqualTo(201));
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void a_key_with_blanks_is_refused_by_name() {
        Api.Answer answer = owner.withKey("a b").post("/api/v1/subscriptions", ORDER);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("Idempotency-Key");
        assertThat(orders()).isZero();
    }

    private int orders() {
        return owner.get("/api/v1/subscriptions").json().at("/data").size();
    }
}
