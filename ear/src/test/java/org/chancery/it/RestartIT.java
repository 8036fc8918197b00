package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A container with a stable name and a disk that is empty at each start. */
@ContainerTest
class RestartIT {

    private static final int RESTARTS = 100;
    private static final int A_KILL_AMONG = 10;
    private static final Duration TWO_MISSED_CHECKS = Duration.ofHours(2).plusSeconds(10);

    private final JsonNode order = Sandbox.paidOrder(Sandbox.account(), "startup", "{}");
    private final String license = order.at("/license/id").asText();
    private TestInstance container = started();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(RestartIT.class).addClass(QueryProbe.class);
    }

    private TestInstance started() {
        return new TestInstance(order.at("/license/secret").asText(), "node-1");
    }

    @Test
    void a_hundred_restarts_ten_of_them_killed_hold_one_seat_and_need_no_hand() {
        String id = container.activate().text("/instanceId");
        for (int restart = 1; restart <= RESTARTS; restart++) {
            TestInstance before = container;
            container = started();
            boolean isKilled = restart % A_KILL_AMONG == 0;
            if (isKilled) {
                assertThat(before.check().status()).isEqualTo(200); // an instance has sixty of them in ten minutes
                waitWhileTheNameIsBusy();
            } else {
                assertThat(before.release().status()).isEqualTo(204);
            }
            Api.Answer activated = container.activate();
            assertThat(activated.status()).as(activated.toString()).isEqualTo(201);
            assertThat(activated.text("/instanceId")).isEqualTo(id);
            assertThat(activated.json().at("/epoch").asInt()).isEqualTo(restart + 1);
            assertThat(takenSeats()).isEqualTo(1);
            if (isKilled) {
                assertThat(before.check().text("/reason")).isEqualTo("displaced");
            }
        }
        assertThat(events("DISPLACED")).isEqualTo(RESTARTS / A_KILL_AMONG);
        assertThat(events("ACTIVATED")).isEqualTo(RESTARTS + 1);
        assertThat(container.check().status()).isEqualTo(200);
    }

    /** What a container that is started again and again by its platform sees, and does. */
    private void waitWhileTheNameIsBusy() {
        Api.Answer busy = container.activate();
        assertThat(busy.status()).as(busy.toString()).isEqualTo(409);
        assertThat(busy.json().at("/code").asInt()).isEqualTo(104);
        assertThat(Long.parseLong(String.valueOf(busy.header("Retry-After"))))
                .isBetween(1L, TWO_MISSED_CHECKS.toSeconds());
        Sandbox.travelTo(Sandbox.now().plus(TWO_MISSED_CHECKS));
    }

    private int takenSeats() {
        return Api.operator()
                .get("/api/v1/licenses/" + license)
                .json()
                .at("/seats/production/used")
                .asInt();
    }

    private long events(String type) {
        return Long.parseLong(Tables.of(RestartIT.class)
                .query("select count(*) from instance_event where license_id = '" + license + "' and event_type = '"
                        + type + "'")
                .get(0));
    }
}
