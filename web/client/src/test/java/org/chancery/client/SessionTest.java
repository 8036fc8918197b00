package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.client.json.JsonObject;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.StoredEntitlements;
import org.chancery.client.token.Lease;
import org.chancery.client.token.TestClaims;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.wire.UnsentException;
import org.chancery.client.wire.WireAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class SessionTest {

    private final Workbench bench = new Workbench();

    @Test
    void a_fresh_client_is_restricted_until_it_is_activated() {
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        Duration wait = bench.session.pass();
        LicenseStatus status = bench.session.status();
        assertThat(status.state()).isEqualTo(LicenseState.LICENSED);
        assertThat(status.until()).isEqualTo(TestClaims.NOON.plus(Duration.ofDays(1)));
        assertThat(status.instanceId()).isEqualTo(TestClaims.INSTANCE);
        assertThat(wait).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(60));
        assertThat(bench.conversation()).containsExactly("POST ", "GET /id/entitlements");
    }

    @Test
    void an_activation_says_who_asks_and_shows_no_secret_but_the_license_secret_in_its_header() {
        bench.session.pass();
        var request = bench.server.requests.get(0);
        assertThat(request.bearer()).isEqualTo("lic_secret");
        assertThat(request.headers()).containsKey("Idempotency-Key");
        JsonObject body = JsonObject.parse(String.valueOf(request.body()));
        assertThat(body.names())
                .containsExactly(
                        "product",
                        "productVersion",
                        "releaseDate",
                        "deploymentId",
                        "instanceName",
                        "seatClass",
                        "bootId",
                        "nextSecretHash",
                        "nonce");
        assertThat(request.body()).doesNotContain("chk_", "lic_");
    }

    @Test
    void each_check_presents_the_secret_that_the_last_one_proposed() {
        bench.session.pass();
        for (int i = 0; i < 3; i++) {
            bench.machine.pass(Duration.ofHours(1));
            String promised = lastProposal();
            bench.session.pass();
            assertThat(CheckSecret.hashOf(String.valueOf(bench.server.last().bearer())))
                    .isEqualTo(promised);
            assertThat(bench.server.lastBody().text("nextSecretHash")).isNotEqualTo(promised);
            assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        }
    }

    private String lastProposal() {
        return bench.server.requests.stream()
                .filter(request -> request.method().equals("POST"))
                .reduce((first, second) -> second)
                .map(request -> JsonObject.parse(String.valueOf(request.body())).text("nextSecretHash"))
                .orElseThrow();
    }

    @Test
    void a_check_brings_receipt_version_report_and_what_was_applied() {
        bench.session.pass();
        Report report =
                new Report(Map.of("devices", 41L), List.of(CertificateReport.failing("a.example", "no address")));
        bench.reports = () -> report;
        bench.session.pass();
        JsonObject body = bench.server.lastBody();
        assertThat(body.text("receipt")).contains(".");
        assertThat(body.text("productVersion")).isEqualTo("4.2.0");
        assertThat(body.text("releaseDate")).isEqualTo("2026-05-01");
        assertThat(body.object("usage").number("devices")).isEqualTo(41);
        assertThat(body.objects("certificates").get(0).text("lastError")).isEqualTo("no address");
        assertThat(body.number("appliedRevision")).isEqualTo(1);
        assertThat(body.flag("restartNeeded")).isFalse();
    }

    @Test
    void a_report_that_fails_costs_no_check() {
        bench.session.pass();
        bench.reports = () -> {
            throw new IllegalStateException("no report today");
        };
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        assertThat(bench.server.lastBody().has("usage")).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html>Guest network</html>|UNREACHABLE",
                "200|{}|UNREACHABLE",
                "200|{\"lease\":\"a.b.c\"}|NOT_TRUSTED",
                "401|{\"code\":101}|UNREACHABLE",
                "403|<html>Forbidden</html>|UNREACHABLE",
                "403|{\"code\":103,\"reason\":\"canceled\"}|UNREACHABLE",
                "404|{\"code\":105}|UNREACHABLE",
                "409|{\"code\":107,\"reason\":\"fork\",\"denial\":\"a.b.c\"}|NOT_TRUSTED",
                "409|{\"code\":107,\"denial\":7}|NOT_TRUSTED",
                "410|{\"code\":108,\"reason\":\"deactivated\"}|UNREACHABLE",
                "400|{\"code\":106}|NOT_UNDERSTOOD",
                "429|{\"code\":113}|TOO_MANY_REQUESTS",
                "500|{\"code\":200}|SERVER_ERROR",
                "503|<html>Bad gateway</html>|SERVER_ERROR",
                "302|''|UNREACHABLE",
            })
    void what_is_not_signed_costs_not_a_second_of_a_lease(int status, String body, Trouble trouble) {
        bench.session.pass();
        Instant until = bench.session.status().until();
        bench.server.insteadOfAll = LittleServer.answer(status, body);
        for (int i = 0; i < 5; i++) {
            bench.machine.pass(Duration.ofHours(4));
            bench.session.pass();
            assertThat(bench.session.status().mayRun()).isTrue();
            assertThat(bench.session.status().until()).isEqualTo(until);
            assertThat(bench.session.status().trouble()).isEqualTo(trouble);
        }
        assertThat(bench.state()).isEqualTo(LicenseState.GRACE);
        bench.machine.pass(Duration.ofHours(4));
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        bench.server.insteadOfAll = null;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void one_lost_message_is_everyday_life_and_two_are_a_reason_to_look() {
        bench.session.pass();
        bench.server.failure = new IOException("down");
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.GRACE);
    }

    @Test
    void the_same_secret_is_proposed_until_an_answer_confirms_it() {
        bench.session.pass();
        bench.server.failure = new IOException("lost");
        bench.session.pass();
        String proposed = bench.server.lastBody().text("nextSecretHash");
        String nonce = bench.server.lastBody().text("nonce");
        bench.restart();
        bench.session.pass();
        assertThat(bench.server.lastBody().text("nextSecretHash")).isEqualTo(proposed);
        assertThat(bench.server.lastBody().text("nonce")).isNotEqualTo(nonce);
    }

    @Test
    void a_lost_activation_is_repeated_word_for_word_even_by_the_next_process() {
        bench.server.failure = new IOException("lost");
        bench.session.pass();
        var first = bench.server.last();
        bench.restart();
        bench.session.pass();
        assertThat(bench.server.last().body()).isEqualTo(first.body());
        assertThat(bench.server.last().headers()).isEqualTo(first.headers());
    }

    @Test
    void other_settings_are_another_activation() {
        bench.server.failure = new IOException("lost");
        bench.session.pass();
        var first = bench.server.last();
        bench.version = "4.3.0";
        bench.restart();
        bench.session.pass();
        assertThat(bench.server.last().headers()).isNotEqualTo(first.headers());
    }

    @Test
    void nothing_is_sent_before_it_is_written_down() {
        bench.disk.failing = "force";
        bench.session.pass();
        assertThat(bench.server.requests).isEmpty();
        assertThat(bench.session.status().trouble()).isEqualTo(Trouble.STATE_NOT_USABLE);
        bench.disk.failing = null;
        bench.session.pass();
        bench.disk.failing = "force directory";
        int before = bench.server.requests.size();
        bench.session.pass();
        assertThat(bench.server.requests).hasSize(before);
        assertThat(bench.session.status().mayRun()).isTrue();
    }

    @Test
    void what_was_granted_is_true_even_when_the_disk_fails() {
        bench.session.pass();
        bench.server.beforeAnswer = () -> bench.disk.failing = "write";
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        bench.server.beforeAnswer = () -> {};
        bench.disk.failing = null;
        bench.restart();
        bench.session.pass();
        assertThat(bench.server.requests.get(bench.server.requests.size() - 1).bearer())
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"103, suspended", "103, unpaid", "104,", "109,", "110,", "111,", "112,"})
    void a_signed_refusal_holds_until_the_server_takes_it_back(int code, String reason) {
        bench.session.pass();
        bench.server.code = code;
        bench.server.reason = reason;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.DENIED);
        assertThat(bench.session.status().refusal()).isEqualTo(new Refusal(code, reason));
        bench.restart();
        assertThat(bench.state()).as("after a restart").isEqualTo(LicenseState.DENIED);
        bench.server.failure = new IOException("down");
        bench.session.pass();
        assertThat(bench.state()).as("while unreachable").isEqualTo(LicenseState.DENIED);
        bench.server.failure = null;
        bench.server.code = 0;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        assertThat(bench.conversation()).filteredOn("POST "::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"105,", "107, fork", "107, stale", "107, shared", "107, displaced", "108, lapsed"})
    void a_seat_that_is_lost_for_good_is_asked_for_anew(int code, String reason) {
        bench.session.pass();
        bench.server.code = code;
        bench.server.reason = reason;
        Duration wait = bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.DENIED);
        assertThat(bench.file.state().seat()).isNull();
        assertThat(wait).isZero();
        bench.server.code = 104;
        bench.session.pass();
        assertThat(bench.session.status().refusal()).isEqualTo(new Refusal(104, reason));
        bench.server.code = 0;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void losing_seats_again_and_again_slows_the_client_down() {
        bench.session.pass();
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 12; i++) {
            bench.server.code = 107;
            Duration wait = bench.session.pass();
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            bench.server.code = 0;
            bench.session.pass();
        }
        assertThat(longest).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(5));
    }

    @Test
    void what_a_person_stopped_waits_for_a_restart_or_another_secret() {
        bench.session.pass();
        bench.server.code = 108;
        bench.server.reason = "deactivated";
        bench.session.pass();
        bench.server.code = 0;
        int before = bench.server.requests.size();
        bench.session.pass();
        assertThat(bench.server.requests).hasSize(before);
        assertThat(bench.session.hasNewSecret()).isFalse();
        bench.secret = "lic_other";
        assertThat(bench.session.hasNewSecret()).isTrue();
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);

        bench.server.code = 108;
        bench.session.pass();
        bench.server.code = 0;
        bench.restart();
        assertThat(bench.state()).isEqualTo(LicenseState.DENIED);
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_wrong_secret_is_not_tried_again_soon_but_another_one_is_at_once() {
        bench.server.code = 101;
        Duration wait = bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.DENIED);
        assertThat(wait).isGreaterThan(Duration.ofMinutes(29));
        assertThat(bench.session.hasNewSecret()).isFalse();
        bench.secret = " \"lic_right\"\n";
        assertThat(bench.session.hasNewSecret()).isTrue();
        bench.server.code = 0;
        bench.session.pass();
        assertThat(bench.server.requests.get(1).bearer()).isEqualTo("lic_right");
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void without_a_secret_nothing_is_sent() {
        bench.secret = "  ";
        bench.session.pass();
        assertThat(bench.session.status().trouble()).isEqualTo(Trouble.NO_SECRET);
        assertThat(bench.server.requests).isEmpty();
        bench.secret = "lic_secret";
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_seat_needs_the_license_secret_no_more() {
        bench.session.pass();
        bench.secret = null;
        bench.restart();
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_denial_of_an_older_question_changes_nothing() {
        bench.session.pass();
        bench.server.code = 103;
        bench.session.pass();
        bench.server.code = 0;
        bench.session.pass();
        WireAnswer recorded = recordedDenial();
        bench.server.insteadOfAll = recorded;
        bench.session.pass();
        assertThat(bench.session.status().trouble()).isEqualTo(Trouble.NOT_TRUSTED);
        assertThat(bench.session.status().mayRun()).isTrue();
    }

    private WireAnswer recordedDenial() {
        Map<String, ?> claims = TestClaims.denial(103, "canceled");
        return LittleServer.answer(403, "{\"denial\":\"" + bench.server.signer.token("denial+jwt", claims) + "\"}");
    }

    @Test
    void a_lease_is_taken_up_by_the_next_process_at_once() {
        bench.session.pass();
        bench.server.failure = new IOException("down");
        bench.machine.pass(Duration.ofMinutes(10));
        bench.restart();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
        bench.machine.pass(Duration.ofHours(3));
        assertThat(bench.state()).as("two checks missed").isEqualTo(LicenseState.GRACE);
        bench.machine.pass(Duration.ofHours(21));
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
    }

    @Test
    void a_clock_that_is_set_back_does_not_lengthen_a_lease_over_restarts() {
        bench.session.pass();
        bench.server.failure = new IOException("down");
        for (int i = 0; i < 13; i++) {
            bench.machine.pass(Duration.ofHours(2));
            bench.session.pass();
            bench.machine.set(Duration.ofHours(-2));
            bench.restart();
            assertThat(bench.session.status().clockSetBack()).isTrue();
        }
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 999_999_999})
    void an_unsigned_hint_never_keeps_the_client_from_its_next_check(long seconds) {
        bench.session.pass();
        Duration wait = Correspondence.reasonable(seconds, heldLease());
        assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofHours(1));
    }

    private Lease heldLease() {
        try {
            return new TokenVerifier(bench.server.signer.pinned(), TestClaims.PRODUCT, TestClaims.ISSUER)
                    .heldLease(bench.file.state().seat().lease());
        } catch (TokenException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void changed_entitlements_are_fetched_once_and_offered() {
        bench.session.pass();
        bench.session.pass();
        assertThat(bench.offered).hasSize(1);
        bench.server.tag = "\"2-def\"";
        bench.server.revision = 2;
        bench.session.pass();
        bench.session.pass();
        assertThat(bench.offered).extracting(Entitlements::revision).containsExactly(1L, 2L);
        assertThat(bench.server.lastBody().number("appliedRevision")).isEqualTo(2);
        assertThat(bench.session.status().entitlements().limit("devices")).hasValue(500);
    }

    @Test
    void what_takes_a_restart_is_said_so_and_offered_again_after_it() {
        bench.applies = false;
        bench.session.pass();
        bench.session.pass();
        assertThat(bench.offered).hasSize(1);
        assertThat(bench.server.lastBody().flag("restartNeeded")).isTrue();
        assertThat(bench.server.lastBody().has("appliedRevision")).isFalse();
        bench.applies = true;
        bench.restart();
        bench.session.pass();
        bench.session.pass();
        assertThat(bench.offered).hasSize(2);
        assertThat(bench.server.lastBody().number("appliedRevision")).isEqualTo(1);
    }

    @Test
    void what_is_granted_is_offered_at_a_start_even_while_the_server_is_away() {
        bench.session.pass();
        bench.server.failure = new IOException("down");
        bench.restart();
        bench.session.pass();
        assertThat(bench.offered).hasSize(2);
    }

    @Test
    void entitlements_that_nobody_can_read_any_more_are_fetched_again() throws IOException {
        bench.session.pass();
        bench.file.keep(bench.file.state().with(new StoredEntitlements(bench.server.tag, "{}", true)));
        bench.restart();
        bench.session.pass();
        assertThat(bench.session.status().entitlements().limit("devices")).hasValue(500);
    }

    @Test
    void keys_that_come_late_bring_back_what_was_held() {
        bench.session.pass();
        bench.server.failure = new IOException("down");
        bench.keysAreThere = false;
        bench.restart();
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        bench.keysAreThere = true;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void too_many_seats_are_told() {
        bench.session.pass();
        bench.server.overLimit = 3;
        bench.session.pass();
        assertThat(bench.session.status().overLimit())
                .isEqualTo(new OverLimit(1, 3, Instant.parse("2026-05-01T00:00:00Z")));
    }

    @Test
    void a_released_seat_permits_nothing_from_the_first_moment() {
        bench.session.pass();
        assertThat(bench.session.release()).isTrue();
        assertThat(bench.server.last().method()).isEqualTo("DELETE");
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        assertThat(bench.file.state().seat()).isNull();
        assertThat(bench.session.release()).as("once more").isTrue();
    }

    @Test
    void a_farewell_that_may_have_arrived_counts_until_a_new_secret_is_accepted() {
        bench.session.pass();
        bench.server.failure = new IOException("no answer");
        assertThat(bench.session.release()).isFalse();
        bench.restart();
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        bench.server.failure = null;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    /** A farewell under the proposed secret may still be on its way when that secret is confirmed by a repetition. */
    @Test
    void nor_is_the_answer_to_an_older_question_enough() {
        bench.session.pass();
        bench.server.failure = new IOException("no answer");
        bench.session.pass();
        bench.session.release();
        bench.restart();
        bench.server.failure = null;
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        bench.session.pass();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_farewell_that_never_left_this_machine_changes_nothing() {
        bench.session.pass();
        bench.server.failure = new UnsentException(new IOException());
        assertThat(bench.session.release()).isFalse();
        bench.restart();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }
}
