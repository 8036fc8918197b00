package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fault of ours, wherever it strikes: a 500 without its inside, and a reference under which the log has the rest. */
@ContainerTest
class FaultIT {

    private static final Tables TABLES = Tables.of(FaultIT.class);

    private final Api caller = Sandbox.ownerOf(Sandbox.account());

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(FaultIT.class).addClass(DatabaseProbe.class);
    }

    @ParameterizedTest(name = "{0} is gone as {2} {3} is called")
    @CsvSource({
        "access_token, while the caller is authenticated, GET, /api/v1/subscriptions",
        "idempotent_call, in a filter, POST, /api/v1/quotes",
        "subscription, in a resource, GET, /api/v1/subscriptions"
    })
    void an_api_fault_names_the_reference_of_its_log_line(String table, String place, String method, String path)
            throws IOException {
        Api.Answer answer =
                without(table, () -> caller.withKey("key-1").send(method, path, method.equals("POST") ? "{}" : null));
        assertThat(answer.status()).as(place + ": " + answer).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/code").asInt()).isEqualTo(200);
        String reference = answer.text("/reference");
        assertThat(reference).hasSize(36).isEqualTo(answer.header("X-Request-Id"));
        assertThat(log()).contains("request.failed reference=" + reference);
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain(table);
    }

    /** What the call answers while the database lacks a table. */
    private static Api.Answer without(String table, Supplier<Api.Answer> call) {
        TABLES.change("alter table " + table + " rename to gone");
        try {
            return call.get();
        } finally {
            TABLES.change("alter table gone rename to " + table);
        }
    }

    private static String log() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.base.dir"), "log", "server.log"));
    }
}
