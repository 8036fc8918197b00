package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chancery.client.state.StateLock;
import org.chancery.client.token.TestClaims;
import org.chancery.client.token.TokenException;
import org.chancery.client.wire.ServerAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LicenseClientTest {

    private final Path directory;

    private final BlockingQueue<LicenseStatus> heard = new LinkedBlockingQueue<>();
    private HttpLittleServer server;

    LicenseClientTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void serve() throws IOException {
        server = new HttpLittleServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ClientSettings settings() {
        return new ClientSettings(
                ServerAccess.of(server.url()),
                KeySource.firstMet(),
                null,
                SecretSource.fixed("lic_secret"),
                new Software(TestClaims.PRODUCT, "4.2.0", LocalDate.parse("2026-05-01")),
                Placement.of("site-1", "node-1"),
                directory.resolve("state"));
    }

    private LicenseClient start() {
        return LicenseClient.start(settings(), listener(), ReportSource.none());
    }

    private LicenseListener listener() {
        return new LicenseListener() {
            @Override
            public void statusChanged(LicenseStatus before, LicenseStatus now) {
                heard.add(now);
                throw new IllegalStateException("A listener's fault is its own");
            }
        };
    }

    private LicenseStatus next() throws InterruptedException {
        LicenseStatus status = heard.poll(30, TimeUnit.SECONDS);
        assertThat(status).as("a change of status").isNotNull();
        return status;
    }

    @Test
    void a_client_is_licensed_denied_and_licensed_again_without_a_restart() throws InterruptedException {
        try (LicenseClient client = start()) {
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
            server.refuse(103);
            client.checkNow();
            assertThat(next().refusal()).isEqualTo(new Refusal(103, null));
            server.refuse(0);
            client.checkNow();
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
            assertThat(client.status().mayRun()).isTrue();
        }
        assertThat(server.conversation()).doesNotContain("DELETE");
    }

    @Test
    void a_wish_to_check_during_a_check_is_not_lost() throws InterruptedException {
        CompletableFuture<LicenseClient> running = new CompletableFuture<>();
        CountDownLatch checks = new CountDownLatch(2);
        ReportSource asking = () -> {
            if (checks.getCount() == 2) {
                running.join().checkNow();
            }
            checks.countDown();
            return Report.NONE;
        };
        try (LicenseClient client = LicenseClient.start(settings(), listener(), asking)) {
            running.complete(client);
            next();
            client.checkNow();
            assertThat(checks.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void the_next_process_is_licensed_from_its_first_moment() throws InterruptedException {
        try (LicenseClient client = start()) {
            next();
        }
        server.close();
        try (LicenseClient client = start()) {
            assertThat(client.status().state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    @Test
    void a_seat_is_given_back_on_the_way_out() throws InterruptedException {
        LicenseClient client = start();
        next();
        assertThat(client.release()).isTrue();
        assertThat(server.conversation()).endsWith("DELETE " + TestClaims.INSTANCE);
        assertThat(client.status().mayRun()).isFalse();
    }

    @Test
    void a_second_process_waits_until_the_first_one_has_ended() throws InterruptedException, IOException {
        Files.createDirectories(directory.resolve("state"));
        StateLock first = StateLock.take(directory.resolve("state"));
        try (LicenseClient client = start()) {
            assertThat(client.status().trouble()).isEqualTo(Trouble.STATE_NOT_USABLE);
            assertThatThrownBy(client::offlineRequest).isInstanceOf(IOException.class);
            first.close();
            client.checkNow();
            assertThat(next().state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    @Test
    void offline_licenses_are_taken_and_given_back() throws IOException, TokenException, InterruptedException {
        try (LicenseClient client = start()) {
            next();
            assertThat(client.offlineRequest()).contains("site-1");
            client.importOfflineLicense(server.offlineLicense(TestClaims.but(TestClaims.offline(), "exp", null)));
            assertThat(client.status().offline()).isTrue();
            String proof = client.returnOfflineLicense();
            assertThat(proof).contains("file-1");
            assertThat(client.returnOfflineLicense()).as("once more").isEqualTo(proof);
            assertThat(client.status().offline()).isFalse();
        }
    }

    @Test
    void a_client_that_is_only_asked_sends_nothing() throws IOException {
        try (LicenseClient client = LicenseClient.idle(settings())) {
            assertThat(client.offlineRequest()).contains("node-1");
        }
        assertThat(server.conversation()).isEmpty();
    }
}
