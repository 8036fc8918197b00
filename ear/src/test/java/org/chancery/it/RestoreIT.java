package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database falls back to an earlier backup while its clients go on. */
@ContainerTest
class RestoreIT {

    private static final int FLEET = 5;
    private static final Tables TABLES = Tables.of(RestoreIT.class);

    private final JsonNode order = Sandbox.paidOrder(Sandbox.account(), "startup", "{'production-instances':9}");
    private final String license = order.at("/license/id").asText();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(RestoreIT.class).addClasses(DatabaseProbe.class, QueryProbe.class);
    }

    @Test
    void all_honest_clients_heal_by_their_receipts_and_who_is_unknown_activates_again() {
        List<TestInstance> fleet = new ArrayList<>();
        for (int i = 0; i < FLEET; i++) {
            TestInstance instance = activated("node-" + i);
            checkTimes(instance, i);
            fleet.add(instance);
        }
        TestInstance idle = activated("idle");
        TestInstance waiting = activated("waiting");
        keep();
        for (int i = 0; i < FLEET; i++) {
            checkTimes(fleet.get(i), 2 * i + 1);
        }
        TestInstance late = activated("late");
        checkTimes(late, 2);
        checkTimes(waiting, 3);
        String proposed = waiting.checkWithLostAnswer();
        restore();

        for (TestInstance instance : fleet) {
            long before = instance.seq();
            Api.Answer healed = instance.check();
            assertThat(healed.status()).as(healed.toString()).isEqualTo(200);
            assertThat(instance.seq()).isEqualTo(before + 1);
            TestInstance.verified(healed.text("/lease"));
            checkTimes(instance, 2);
        }
        assertThat(events("HEALED")).isEqualTo(FLEET);
        assertThat(idle.check().status()).isEqualTo(200);
        assertThat(waiting.repeat(proposed).status()).isEqualTo(200);
        checkTimes(waiting, 2);
        assertThat(events("HEALED")).isEqualTo(FLEET + 1);
        activatesAgain(late);
        assertThat(events("CLONED")).isZero();
    }

    @Test
    void a_copy_does_not_live_on_because_of_a_backup() {
        TestInstance original = activated("node-1");
        keep();
        checkTimes(original, 2);
        TestInstance copy = original.copy();
        checkTimes(original, 2);
        restore();

        assertThat(original.check().status()).isEqualTo(200);
        assertThat(copy.check().text("/reason")).isEqualTo("stale");
        checkTimes(original, 2);
    }

    private void activatesAgain(TestInstance late) {
        Api.Answer unknown = late.check();
        assertThat(unknown.status()).as(unknown.toString()).isEqualTo(404);
        assertThat(unknown.json().at("/code").asInt()).isEqualTo(105);
        assertThat(unknown.text("/remedy")).isEqualTo("reactivate");
        JsonNode denial = TestInstance.verified(unknown.text("/denial"));
        assertThat(denial.at("/aud").asText()).isEqualTo("iot-platform");
        assertThat(late.activate().status()).isEqualTo(201);
        checkTimes(late, 2);
    }

    private TestInstance activated(String name) {
        TestInstance instance = new TestInstance(order.at("/license/secret").asText(), name);
        Api.Answer answer = instance.activate();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return instance;
    }

    private static void checkTimes(TestInstance instance, int times) {
        for (int i = 0; i < times; i++) {
            Api.Answer answer = instance.check();
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        }
    }

    /** The backup: what is known of the license's instances now. */
    private void keep() {
        TABLES.change("create table kept_instance as select * from instance where license_id = '" + license + "'");
        TABLES.change("create table kept_event as select * from instance_event where license_id = '" + license + "'");
    }

    private void restore() {
        TABLES.change("delete from instance_event where license_id = '" + license + "'");
        TABLES.change("delete from instance where license_id = '" + license + "'");
        TABLES.change("insert into instance select * from kept_instance");
        TABLES.change("insert into instance_event select * from kept_event");
    }

    @AfterEach
    void the_backup_is_thrown_away() {
        TABLES.change("drop table if exists kept_instance");
        TABLES.change("drop table if exists kept_event");
    }

    private long events(String type) {
        return Long.parseLong(TABLES.query("select count(*) from instance_event where license_id = '" + license
                        + "' and event_type = '" + type + "'")
                .get(0));
    }
}
