package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.chancery.it.SeatKillPlace.Step;
import org.chancery.it.harness.AgentProcess;
import org.chancery.it.harness.AgentProcess.Held;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.CrashServer;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.InvariantsHold;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * The client's agent or the server is killed while the only seat of a license is taken, kept or given back, and started
 * again: the client is licensed without a hand, nobody else ever holds the seat as well, a copy of the client's disk is
 * refused, and what was permitted before stays permitted for as long.
 */
@Tag("deep")
@ExtendWith(InvariantsHold.class)
class ClientCrashIT {

    private static final Tables TABLES = Tables.of(ClientCrashIT.class);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final List<String> PERMITTED = List.of("LICENSED", "GRACE");

    private static CrashServer server;
    private static UUID account;
    private static Instant now;

    private String license;
    private TestInstance other;
    private AgentProcess agent;
    private AgentProcess copy;
    private Held before = Held.NOTHING;

    @BeforeAll
    static void a_server_that_can_be_killed() throws IOException, InterruptedException {
        server = new CrashServer(
                Deployments.probeFor(ClientCrashIT.class).addClass(QueryProbe.class), SeatKillPlace.ofTheServer());
        server.start();
        account = Sandbox.account();
        Sandbox.attach(account, "card", "pm_card_visa");
        now = Sandbox.now().truncatedTo(ChronoUnit.SECONDS);
        timePasses(); // from now on it stands where it is put
    }

    @AfterAll
    static void it_has_suffered_enough() throws IOException {
        server.close();
    }

    private static void timePasses() {
        now = now.plus(A_MINUTE);
        Sandbox.travelTo(now);
    }

    @BeforeEach
    void a_client_that_can_be_killed(@TempDir Path directory) {
        JsonNode bought = Sandbox.paidPerpetual(account).at("/license");
        String secret = bought.at("/secret").asText();
        license = bought.at("/id").asText();
        other = new TestInstance(secret, "node-2");
        agent = AgentProcess.mortal(directory.resolve("original"), secret, SeatKillPlace.ofTheClient());
        copy = AgentProcess.mortal(directory.resolve("copy"), secret, SeatKillPlace.ofTheClient());
    }

    @AfterEach
    void nobody_lives_on() {
        agent.close();
        copy.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "CLIENT_.*")
    void a_client_that_was_killed_is_licensed_again(SeatKillPlace place) throws IOException, InterruptedException {
        begin(place.step());
        dieAt(place, agent::awaitKill);
        requireDone(place);
        goOn(place);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "SERVER_.*")
    void a_server_that_was_killed_costs_nobody_the_seat(SeatKillPlace place) throws IOException, InterruptedException {
        begin(place.step());
        dieAt(place, server::awaitDeath);
        if (place.step() == Step.CHECK) {
            agent.awaitStatus(status -> status.has("trouble"));
            requireWholeGrace();
        }
        server.start();
        if (place.step() == Step.RELEASE) {
            assertThat(agent.awaitEnd()).as("stopped").isTrue();
            requireDone(place);
        }
        goOn(place);
    }

    private void begin(Step step) throws IOException, InterruptedException {
        if (step == Step.ACTIVATION) {
            return;
        }
        agent.start();
        before = agent.awaitLicensed();
        if (step == Step.CHECK) {
            copy.copyDiskOf(agent);
            agent.kill();
            timePasses();
        }
    }

    private interface Death {
        boolean comes() throws InterruptedException;
    }

    private void dieAt(SeatKillPlace place, Death death) throws IOException, InterruptedException {
        place.kill().arm();
        try {
            reach(place.step());
            assertThat(death.comes()).as("killed at " + place).isTrue();
        } finally {
            place.kill().disarm();
        }
    }

    private void reach(Step step) throws IOException {
        if (step == Step.RELEASE) {
            agent.stop();
        } else {
            agent.start(); // a process activates or checks as soon as it lives
        }
    }

    /** Nobody has gone on since, so the place was where its name says. */
    private void requireDone(SeatKillPlace place) {
        if (place.step() == Step.CHECK) {
            assertThat(checks()).isEqualTo(before.seq() + (place.isDone() ? 1 : 0));
        } else {
            boolean isTaken = place.isDone() == (place.step() == Step.ACTIVATION);
            assertThat(takenSeats()).isEqualTo(isTaken ? 1 : 0);
        }
    }

    private void goOn(SeatKillPlace place) throws IOException, InterruptedException {
        if (place.step() == Step.RELEASE) {
            comeBackBehindAnother(place.isDone());
        } else if (!agent.isAlive()) {
            agent.start();
        }
        if (place.step() == Step.CHECK) {
            requireWholeGrace(); // from its first moment on
        }
        Held after = agent.awaitLicensed();
        assertThat(after.until()).isAfterOrEqualTo(before.until());
        requireOneHolder();
        if (place.step() == Step.CHECK) {
            requireWholeGrace();
            requireTheSameActivation(after);
            requireCopyIsRefused(after);
        }
    }

    /** Another instance wants the seat first, and has it exactly when it was given back. */
    private void comeBackBehindAnother(boolean isFree) throws IOException, InterruptedException {
        assertThat(other.activate().status()).isEqualTo(isFree ? 201 : 409);
        agent.start();
        if (isFree) {
            agent.awaitStatus(status -> status.at("/refusal/code").asInt() == 104);
            assertThat(takenSeats()).isEqualTo(1);
            assertThat(other.release().status()).isEqualTo(204);
        }
    }

    /** At no moment of this process was less permitted than before, nor for a shorter time. */
    private void requireWholeGrace() throws IOException, InterruptedException {
        JsonNode status = agent.awaitStatus(any -> any.has("state"));
        requireWhole(status.path("state").asText(), status.path("until").asText());
        assertThat(agent.told()).allSatisfy(told -> requireWhole(told.state(), told.until()));
    }

    private void requireWhole(String state, String until) {
        assertThat(state).isIn(PERMITTED);
        assertThat(Instant.parse(until)).isAfterOrEqualTo(before.until());
    }

    private void requireTheSameActivation(Held after) {
        assertThat(after.instanceId()).isEqualTo(before.instanceId());
        assertThat(after.epoch()).isEqualTo(before.epoch());
        assertThat(after.until()).isAfter(before.until()); // a minute has passed, and the check has told
    }

    private void requireOneHolder() {
        assertThat(takenSeats()).isEqualTo(1);
        Api.Answer refused = other.activate();
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.json().at("/code").asInt()).isEqualTo(104);
    }

    /** Its very first check is, and so is whatever it tries then. */
    private void requireCopyIsRefused(Held held) throws IOException, InterruptedException {
        copy.start();
        copy.awaitStatus(status -> status.path("state").asText().equals("DENIED"));
        assertThat(checks()).as("none of the copy").isEqualTo(held.seq());
        assertThat(copy.told().get(0).refusal()).contains("code=107");

        agent.kill();
        timePasses();
        agent.start();
        Held goesOn = agent.awaitLicensed();
        assertThat(goesOn.epoch()).isEqualTo(held.epoch());
        assertThat(goesOn.until()).isAfter(held.until());
        assertThat(copy.awaitStatus(status -> status.has("state")).path("state").asText())
                .isEqualTo("DENIED");
    }

    private int takenSeats() {
        return Api.operator()
                .get("/api/v1/licenses/" + license)
                .json()
                .at("/seats/production/used")
                .asInt();
    }

    /** How many the server has granted since the activation. */
    private long checks() {
        return Long.parseLong(TABLES.query("select seq from instance where license_id = '" + license + "'")
                .get(0));
    }
}
