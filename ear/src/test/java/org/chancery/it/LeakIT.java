package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.it.authorisation.Actor;
import org.chancery.it.authorisation.Cast;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.DumpProbe;
import org.chancery.it.harness.LogProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Secrets;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The last test of a run: what the others were issued is in no log, and in the database, mails included, only as a hash or
 * sealed. A secret on its way through the server is shown once, to whom it belongs.
 */
@ContainerTest
@Order(Integer.MAX_VALUE)
class LeakIT {

    /**
     * Sign-in codes are mailed, and the sandbox's mailbox shows them on purpose; a mail that waits has not been sent yet.
     * The kept answers of idempotent calls need no exception: they are sealed.
     */
    private static final Set<String> TABLES_OF_MAILED_CODES = Set.of("sandbox_mail", "outbox_message");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(LeakIT.class).addClasses(DumpProbe.class, LogProbe.class, DatabaseProbe.class);
    }

    @Test
    void no_secret_of_this_run_is_in_a_log_or_in_the_database() {
        tell_a_story_with_secrets_of_every_kind();
        Secrets secrets = Secrets.OF_THIS_RUN;
        assertThat(secrets.prefixes()).contains("acc_", "chk_", "lic_", "opr_");
        assertThat(secrets.codes()).isNotEmpty();
        assertThat(leaksOfLogs(secrets)).isEmpty();
        assertThat(leaksOfDatabase(secrets)).isEmpty();
    }

    @Test
    void a_secret_in_the_log_would_be_found() {
        Secrets planted = new Secrets();
        String secret = "lic_" + TestInstance.random(32);
        planted.noteText(secret);
        assertThat(leaksOfLogs(planted)).isEmpty();
        tell("log", "activated by " + secret.substring(0, 30) + "... at last");
        assertThat(leaksOfLogs(planted)).hasSize(1);
    }

    @Test
    void a_secret_in_the_database_would_be_found() {
        Secrets planted = new Secrets();
        String secret = TestInstance.newSecret();
        planted.noteText("Bearer " + secret);
        tell("database", "create table planted (bytes bytea, words varchar(100))");
        try {
            assertThat(leaksOfDatabase(planted)).isEmpty();
            tell("database", "insert into planted (words) values ('{\"secret\":\"" + secret + "\"}')");
            assertThat(leaksOfDatabase(planted)).containsExactly("planted\twords: " + secret.substring(0, 8) + "...");
        } finally {
            tell("database", "drop table planted");
        }
    }

    /** So that this test says something when it runs alone. */
    private static void tell_a_story_with_secrets_of_every_kind() {
        UUID account = Sandbox.account();
        Api owner = Sandbox.ownerOf(account);
        String license =
                Sandbox.paidOrder(account, "maker", "{}").at("/license/secret").asText();
        TestInstance instance = new TestInstance(license, "leak-1");
        assertThat(instance.activate().status()).isEqualTo(201);
        assertThat(instance.check().status()).isEqualTo(200);
        assertThat(owner.withKey("sealed").post("/api/v1/subscriptions", "{}").status())
                .isEqualTo(400);
        String operator =
                Api.operator().get("/api/v1/operators").json().at("/data/0/id").asText();
        assertThat(Api.operator()
                        .post("/api/v1/operators/" + operator + "/tokens", "{'name':'leak'}")
                        .status())
                .isEqualTo(201);
        Cast cast = new Cast(account);
        assertThat(cast.visit(Actor.OWNER, "GET", "/overview").status()).isEqualTo(200);
        assertThat(cast.visit(Actor.SUPPORT, "GET", "/console").status()).isEqualTo(200);
    }

    private static List<String> leaksOfLogs(Secrets secrets) {
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("it.base.dir"), "log"))) {
            for (Path file : files.toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(line -> {
                        secrets.in(line).forEach(leak -> leaks.add(leak + " in " + line));
                        secrets.codesIn(line).forEach(code -> leaks.add(code + " in " + line));
                    });
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leaks;
    }

    private static List<String> leaksOfDatabase(Secrets secrets) {
        String dump = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/LeakIT/dump"))
                        .build())
                .body();
        assertThat(dump)
                .contains("access_token\ttoken_hash\t", "idempotent_call\tsealed_answer\t", "sandbox_mail\ttext");
        List<String> leaks = new ArrayList<>();
        dump.lines().forEach(line -> {
            String[] parts = line.split("\t", 3);
            secrets.in(parts[2]).forEach(leak -> leaks.add(parts[0] + "\t" + parts[1] + ": " + leak));
            if (!TABLES_OF_MAILED_CODES.contains(parts[0])) {
                secrets.codesIn(parts[2]).forEach(code -> leaks.add(parts[0] + "\t" + parts[1] + ": a code"));
            }
        });
        return leaks;
    }

    private static void tell(String probe, String what) {
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/LeakIT/" + probe))
                .POST(HttpRequest.BodyPublishers.ofString(what))
                .build());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
