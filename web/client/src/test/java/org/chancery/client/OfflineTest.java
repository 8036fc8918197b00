package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.chancery.client.token.TestClaims.NOON;
import static org.chancery.client.token.TestClaims.but;
import static org.chancery.client.token.TestClaims.offline;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.chancery.client.json.JsonObject;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.token.OfflineLicense;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenRefusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class OfflineTest {

    private final Workbench bench = new Workbench();

    private String file(Map<String, ? extends @Nullable Object> claims) {
        return bench.server.signer.token("license+jwt", claims);
    }

    @Test
    void a_file_permits_without_the_server_until_its_end() throws TokenException, IOException {
        bench.secret = null;
        OfflineLicense license = bench.session.take("\n" + file(offline()) + "\r\n");
        assertThat(license.id()).isEqualTo("file-1");
        LicenseStatus status = bench.session.status();
        assertThat(status.state()).isEqualTo(LicenseState.LICENSED);
        assertThat(status.offline()).isTrue();
        assertThat(status.until()).isEqualTo(NOON.plus(Duration.ofDays(30)));
        bench.session.pass();
        assertThat(bench.server.requests).isEmpty();

        bench.machine.pass(Duration.ofDays(23));
        assertThat(bench.state()).as("its last week").isEqualTo(LicenseState.GRACE);
        bench.restart();
        assertThat(bench.state()).as("after a restart").isEqualTo(LicenseState.GRACE);
        bench.machine.pass(Duration.ofDays(7));
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
    }

    @Test
    void its_terms_are_the_entitlements() throws TokenException, IOException {
        bench.session.take(file(offline()));
        Entitlements granted = bench.session.status().entitlements();
        assertThat(granted).isNotNull();
        assertThat(granted.plan()).isEqualTo("perpetual");
        assertThat(granted.limit("devices")).hasValue(1000);
        assertThat(granted.limit("assets")).hasValue(Entitlements.UNLIMITED);
        assertThat(granted.hasFeature("offline-mode")).isTrue();
        assertThat(granted.addOns()).containsEntry("additional-users", 3L);
    }

    @Test
    void a_file_that_is_refused_leaves_everything_as_it_was() throws TokenException, IOException {
        bench.session.take(file(offline()));
        TokenException refused = catchThrowableOfType(
                TokenException.class,
                () -> bench.session.take(file(but(offline(), "bind", Map.of("type", "deployment", "value", "else")))));
        assertThat(refused.refusal()).isEqualTo(TokenRefusal.BINDING);
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_file_that_cannot_be_written_down_permits_nothing() {
        bench.disk.failing = "force";
        assertThatThrownBy(() -> bench.session.take(file(offline()))).isInstanceOf(IOException.class);
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
    }

    @Test
    void in_its_last_days_the_server_is_asked_again() throws TokenException, IOException {
        bench.session.take(file(offline()));
        bench.machine.pass(Duration.ofDays(24));
        bench.session.pass();
        assertThat(bench.conversation()).startsWith("POST ");
        bench.machine.pass(Duration.ofDays(7));
        bench.session.pass();
        assertThat(bench.session.status().offline()).isFalse();
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_file_outweighs_a_refusal_that_says_to_use_it() throws TokenException, IOException {
        bench.session.pass();
        bench.server.code = 111;
        bench.session.pass();
        assertThat(bench.session.status().refusal()).isEqualTo(new Refusal(111, null));
        bench.session.take(file(offline()));
        assertThat(bench.state()).isEqualTo(LicenseState.LICENSED);
    }

    @Test
    void a_clock_that_is_set_back_is_a_reason_to_look() throws TokenException, IOException {
        bench.session.take(file(offline()));
        bench.machine.set(Duration.ofDays(-10));
        assertThat(bench.state()).isEqualTo(LicenseState.GRACE);
        assertThat(bench.session.status().clockSetBack()).isTrue();
    }

    @Test
    void a_file_that_was_given_back_is_never_accepted_again() throws TokenException, IOException {
        assertThat(bench.session.giveBack()).isNull();
        String file = file(offline());
        bench.session.take(file);
        JsonObject proof = JsonObject.parse(String.valueOf(bench.session.giveBack()));
        assertThat(proof.text("returned")).isEqualTo("file-1");
        assertThat(proof.text("license")).isEqualTo(file);
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
        bench.restart();
        TokenException refused = catchThrowableOfType(TokenException.class, () -> bench.session.take(file));
        assertThat(refused.refusal()).isEqualTo(TokenRefusal.RETURNED);
    }

    @Test
    void the_return_file_reveals_what_the_request_promised_and_kills_every_file_of_it()
            throws TokenException, IOException {
        JsonObject request = JsonObject.parse(bench.session.offlineRequest());
        JsonObject second = JsonObject.parse(bench.session.offlineRequest());
        String hash = request.text("returnHash");
        assertThat(second.text("returnHash")).isEqualTo(hash);
        assertThat(second.text("nonce")).isNotEqualTo(request.text("nonce"));

        bench.restart();
        bench.session.take(file(but(offline(), "ret", hash)));
        String proof = bench.session.giveBack();
        JsonObject read = JsonObject.parse(String.valueOf(proof));
        assertThat(CheckSecret.hashOf(read.text("returnSecret"))).isEqualTo(hash);
        assertThat(read.text("returned")).isEqualTo("file-1");

        bench.restart();
        assertThat(bench.session.giveBack()).as("once more").isEqualTo(proof);
        TokenException refused = catchThrowableOfType(
                TokenException.class,
                () -> bench.session.take(file(but(but(offline(), "jti", "file-2"), "ret", hash))));
        assertThat(refused.refusal()).isEqualTo(TokenRefusal.RETURNED);
        assertThat(JsonObject.parse(bench.session.offlineRequest()).text("returnHash"))
                .as("the next request promises something else")
                .isNotEqualTo(hash);
    }

    @Test
    void what_was_not_promised_for_this_file_is_not_revealed() throws TokenException, IOException {
        bench.session.offlineRequest();
        bench.session.take(file(but(offline(), "ret", CheckSecret.hashOf("another place"))));
        assertThat(String.valueOf(bench.session.giveBack())).doesNotContain("returnSecret");
    }

    @Test
    void a_promise_that_cannot_be_written_down_is_not_made() {
        bench.disk.failing = "force";
        assertThatThrownBy(bench.session::offlineRequest).isInstanceOf(IOException.class);
    }

    @Test
    void a_request_names_the_place() throws IOException {
        JsonObject request = JsonObject.parse(bench.session.offlineRequest());
        assertThat(request.text("product")).isEqualTo("iot-platform");
        assertThat(request.text("instanceName")).isEqualTo("node-1");
        assertThat(request.object("bind").text("value")).isEqualTo("site-1");
    }

    @Test
    void a_seat_is_borrowed_while_the_server_can_be_reached() throws TokenException, IOException {
        assertThatThrownBy(() -> bench.session.borrow(Duration.ofDays(1))).isInstanceOf(IOException.class);
        bench.session.pass();
        for (String body : new String[] {file(offline()), "{\"license\":\"" + file(offline()) + "\"}"}) {
            bench.server.insteadOfAll = LittleServer.answer(201, body);
            assertThat(bench.session.borrow(Duration.ofDays(30)).id()).isEqualTo("file-1");
            assertThat(bench.server.last().path()).endsWith("/offline-licenses");
            assertThat(bench.server.lastBody().number("ttl")).isEqualTo(2_592_000);
            assertThat(bench.session.status().offline()).isTrue();
        }
        bench.server.insteadOfAll = LittleServer.answer(403, "{}");
        assertThatThrownBy(() -> bench.session.borrow(Duration.ofDays(1))).isInstanceOf(IOException.class);
        bench.server.insteadOfAll = LittleServer.answer(201, "{}");
        assertThatThrownBy(() -> bench.session.borrow(Duration.ofDays(1))).isInstanceOf(TokenException.class);
    }
}
