package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The clock of money, quotes and licenses, set by hand. */
@ContainerTest
class SandboxClockIT {

    private static final String CLOCK = "/api/v1/sandbox/clock";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SandboxClockIT.class);
    }

    @Test
    void the_clock_stands_still_where_it_was_set_and_never_runs_backwards() {
        Instant target = now().plus(Duration.ofMinutes(5));

        assertThat(set(target).status()).isEqualTo(200);
        assertThat(now())
                .isEqualTo(now())
                .isEqualTo(set(target).json().at("/now").asText());
        Api.Answer earlier = set(target.minusSeconds(1));
        assertThat(earlier.status()).isEqualTo(409);
        assertThat(earlier.text("/reason")).isEqualTo("clock-backwards");
    }

    @Test
    void quotes_expire_by_it() {
        Api.Answer quote = Api.operator()
                .post("/api/v1/quotes", "{'product':'iot-platform','plan':'maker','period':'month','currency':'EUR'}");
        Instant expires = Instant.parse(quote.text("/expiresAt"));
        assertThat(expires).isAfter(now().plus(Duration.ofMinutes(29)));
        assertThat(set(now().plus(Duration.ofMinutes(31))).status()).isEqualTo(200);
        assertThat(now()).isAfter(expires);
    }

    @Test
    void it_takes_an_instant_and_nothing_else() {
        for (String body :
                new String[] {"{}", "{'now':'tomorrow'}", "{'now':5}", "{'now':null}", "{'now':'2026-01-01'}"}) {
            Api.Answer answer = Api.operator().put(CLOCK, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asText()).as(body).isEqualTo("now");
        }
    }

    private static Instant now() {
        return Instant.parse(Api.operator().get(CLOCK).text("/now"));
    }

    private static Api.Answer set(Instant instant) {
        return Api.operator().put(CLOCK, "{'now':'" + instant + "'}");
    }
}
