package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A server whose signing key went bad under it. */
@ContainerTest
class KeysIT {

    private static final Tables TABLES = Tables.of(KeysIT.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(KeysIT.class).addClass(DatabaseProbe.class);
    }

    @Test
    void a_damaged_key_is_a_fault_of_ours_and_never_a_denial_nor_a_reason_for_another_key() {
        String secret = Sandbox.paidOrder(Sandbox.account(), "startup", "{}")
                .at("/license/secret")
                .asText();
        TestInstance instance = new TestInstance(secret, "node-1");
        assertThat(instance.activate().status()).isEqualTo(201);
        String proposed = TestInstance.newSecret();
        String published = Api.anonymous().get("/.well-known/jwks.json").body();

        TABLES.change("alter table signing_key rename to signing_key_kept");
        TABLES.change("create table signing_key as select * from signing_key_kept");
        TABLES.change("update signing_key set sealed_private_key = public_key");
        try {
            assertThat(readyWhen(503)).isEqualTo("{\"status\":\"DOWN\",\"reason\":\"signing-keys\"}");
            Api.Answer unpublished = Api.anonymous().get("/.well-known/jwks.json");
            assertThat(unpublished.status()).as(unpublished.toString()).isEqualTo(503);
            assertThat(unpublished.json().at("/code").asInt()).isEqualTo(200);
            assertUnsigned(instance.repeat(proposed));
            assertUnsigned(new TestInstance(secret, "node-1").activate());
            assertUnsigned(new TestInstance("lic_wrong", "node-1").activate());
        } finally {
            TABLES.change("drop table signing_key");
            TABLES.change("alter table signing_key_kept rename to signing_key");
        }
        assertThat(readyWhen(200)).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Api.anonymous().get("/.well-known/jwks.json").body()).isEqualTo(published);
        assertThat(instance.repeat(proposed).status())
                .as("what nobody could sign, once more")
                .isEqualTo(200);
        assertThat(instance.release().status()).isEqualTo(204);
        assertThat(new TestInstance(secret, "node-1").activate().status()).isEqualTo(201);
    }

    private static void assertUnsigned(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.json().at("/code").asInt()).isEqualTo(200);
        assertThat(answer.json().has("denial")).isFalse();
    }

    /** Nodes look at their keys every few seconds. */
    private static String readyWhen(int status) {
        Instant end = Instant.now().plus(PATIENCE);
        Api.Answer answer = Api.anonymous().get("/health/ready");
        while (answer.status() != status && Instant.now().isBefore(end)) {
            answer = Api.anonymous().get("/health/ready");
        }
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.body();
    }
}
