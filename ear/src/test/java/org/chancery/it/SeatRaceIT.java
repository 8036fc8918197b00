package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.chancery.it.harness.Together;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Very many instances that want the few seats there are. */
@ContainerTest
class SeatRaceIT {

    private static final System.Logger LOG = System.getLogger(SeatRaceIT.class.getName());
    private static final int CALLERS = 1_000;
    private static final int SEATS = 10;
    private static final int WARM_UP = 100;
    private static final int TWINS = 8;
    private static final int ROUNDS = 5; // each of them uses up to nine of the sixty checks there are
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SeatRaceIT.class);
    }

    /** A license is asked at most 120 times a minute, so most are told to wait; whoever is let through is counted. */
    @Test
    void of_a_thousand_simultaneous_activations_for_ten_seats_exactly_ten_succeed() {
        activateTogether(WARM_UP, order(), new long[WARM_UP]);
        JsonNode order = order();
        long[] nanos = new long[CALLERS];
        List<Api.Answer> answers = activateTogether(CALLERS, order, nanos);

        assertThat(answers)
                .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isIn(201, 409, 429));
        assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(SEATS);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .allSatisfy(a -> assertThat(a.json().at("/code").asInt()).isIn(104, 113));
        JsonNode seats = Api.operator()
                .get("/api/v1/licenses/" + order.at("/license/id").asText())
                .json()
                .at("/seats/production");
        assertThat(seats.at("/used").asInt()).isEqualTo(SEATS);
        assertThat(p99(nanos)).isLessThan(PATIENCE);
    }

    /** One of them is decided on what another has already changed, so it is decided once more. */
    @Test
    void one_message_sent_many_times_at_once_is_followed_once() {
        TestInstance instance = activated();
        for (int round = 1; round <= ROUNDS; round++) {
            String proposed = TestInstance.newSecret();
            TestInstance sent = instance;
            List<Api.Answer> answers = Together.call(TWINS, i -> sent.copy().repeat(proposed));
            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.status()).as(a.toString()).isEqualTo(200));
            assertThat(answers).extracting(a -> a.json().at("/seq").asLong()).containsOnly(instance.seq() + 1);
            assertThat(instance.repeat(proposed).status()).isEqualTo(200);
            assertThat(instance.seq()).isEqualTo(round + 1L);
        }
    }

    @Test
    void of_many_copies_that_check_at_once_one_lives_on() {
        List<TestInstance> living = List.of(activated());
        for (int round = 1; round <= ROUNDS; round++) {
            TestInstance last = living.get(0);
            List<TestInstance> copies = Stream.generate(last::copy).limit(TWINS).toList();
            List<Api.Answer> answers = Together.call(TWINS, i -> copies.get(i).check());
            assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
            assertThat(answers).filteredOn(a -> a.status() != 200).allSatisfy(a -> assertThat(a.text("/reason"))
                    .as(a.toString())
                    .isEqualTo("fork"));
            living = copies.stream().filter(copy -> copy.seq() > last.seq()).toList();
            assertThat(living).hasSize(1);
        }
    }

    private static TestInstance activated() {
        TestInstance instance = new TestInstance(order().at("/license/secret").asText(), "node-1");
        assertThat(instance.activate().status()).isEqualTo(201);
        return instance;
    }

    private static JsonNode order() {
        return Sandbox.paidOrder(Sandbox.account(), "startup", "{'production-instances':" + (SEATS - 1) + "}");
    }

    private static List<Api.Answer> activateTogether(int callers, JsonNode order, long[] nanos) {
        String secret = order.at("/license/secret").asText();
        return Together.call(callers, i -> {
            TestInstance instance = new TestInstance(secret, "node-" + i);
            long start = System.nanoTime();
            Api.Answer answer = instance.activate();
            nanos[i] = System.nanoTime() - start;
            return answer;
        });
    }

    private static Duration p99(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        Duration p99 = Duration.ofNanos(sorted[sorted.length * 99 / 100]);
        LOG.log(
                System.Logger.Level.INFO,
                "{0} activations: median {1} ms, p99 {2} ms, slowest {3} ms",
                sorted.length,
                Duration.ofNanos(sorted[sorted.length / 2]).toMillis(),
                p99.toMillis(),
                Duration.ofNanos(sorted[sorted.length - 1]).toMillis());
        return p99;
    }
}
