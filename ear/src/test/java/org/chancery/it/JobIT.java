package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.JobDesk;
import org.chancery.it.harness.JobProbe;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.Together;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Jobs over a database that many nodes share. The nightly ones stand still meanwhile. */
@ContainerTest
class JobIT {

    private static final Tables TABLES = Tables.of(JobIT.class);
    private static final int WAKE_UPS = 50;
    private static final Set<String> EVERY_MINUTE =
            Set.of("subscriptions", "perpetual-licenses", "open-payments", "outbox");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(JobIT.class)
                .addClasses(DatabaseProbe.class, QueryProbe.class, JobProbe.class, JobDesk.class);
    }

    @Test
    void of_fifty_that_wake_for_a_job_at_once_exactly_one_does_it() {
        TABLES.change("delete from job_run where job = 'invariants'");
        assertThat(wakeTogether())
                .filteredOn("true"::equals)
                .as("with no row yet")
                .hasSize(1);
        assertThat(wakeTogether()).as("for the same night").containsOnly("false");
        TABLES.change("update job_run set last_started_at = last_started_at - interval '13' hour"
                + " where job = 'invariants'");
        assertThat(wakeTogether())
                .filteredOn("true"::equals)
                .as("the next night")
                .hasSize(1);
        assertThat(TABLES.query("select job from job_run where job = 'invariants' and held_until is null"
                        + " and failure is null and owner = last_owner and succeeded_at = finished_at"))
                .hasSize(1);
    }

    @Test
    void what_timers_wake_is_done_by_a_node_with_a_name_and_counted_for_all_of_them() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && !succeeded().containsAll(EVERY_MINUTE)) {
            Thread.onSpinWait();
        }
        assertThat(succeeded()).containsAll(EVERY_MINUTE);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(Api.base() + "/metrics")).build();
        assertThat(Api.exchange(request).body().lines())
                .anyMatch(line -> line.startsWith("chancery_job_last_success_timestamp_seconds{job=\"outbox\"} 1"))
                .anyMatch(line -> line.startsWith("chancery_job_last_duration_seconds{job=\"subscriptions\"} "));
    }

    private static List<String> succeeded() {
        return TABLES.query("select job from job_run where succeeded_at is not null and last_owner <> ''");
    }

    private static List<String> wakeTogether() {
        return Together.call(
                        WAKE_UPS,
                        i -> Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/JobIT/wake?job=INVARIANTS"))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build()))
                .stream()
                .peek(answer -> assertThat(answer.status()).isEqualTo(200))
                .map(Api.Answer::body)
                .toList();
    }
}
