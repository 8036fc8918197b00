package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.chancery.client.clock.TestMachine;
import org.chancery.client.state.MemoryDisk;
import org.chancery.client.state.StateFile;
import org.chancery.client.token.TestClaims;
import org.chancery.client.token.TestSigner;
import org.chancery.client.wire.WireAnswer;
import org.junit.jupiter.api.Test;

class PinsTest {

    private final TestMachine machine = new TestMachine(TestClaims.NOON);
    private final MemoryDisk disk = new MemoryDisk();
    private String shown = new TestSigner("key-1").jwkSet();
    private int asked;

    private WireAnswer show() throws IOException {
        asked++;
        if (shown.isEmpty()) {
            throw new IOException("down");
        }
        return LittleServer.answer(200, shown);
    }

    private Pins pins(KeySource source) throws IOException {
        return new Pins(source, StateFile.open(disk), request -> show(), machine.machine());
    }

    @Test
    void shipped_keys_need_no_server_and_are_read_again_when_one_is_missing() throws IOException {
        String[] file = {new TestSigner("key-1").jwkSet()};
        Pins pins = pins(() -> file[0]);
        assertThat(pins.areKnown()).isTrue();
        assertThat(pins.find("key-1")).isNotNull();
        assertThat(pins.find("key-2")).isNull();
        file[0] = new TestSigner("key-2").jwkSet();
        machine.pass(Duration.ofMinutes(1));
        assertThat(pins.find("key-2")).isNotNull();
        assertThat(asked).isZero();
    }

    @Test
    void without_any_those_that_the_server_shows_are_taken_and_remembered() throws IOException {
        Pins pins = pins(KeySource.firstMet());
        assertThat(pins.find("key-1")).isNotNull();
        shown = "";
        assertThat(pins(KeySource.firstMet()).find("key-1")).isNotNull();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void a_key_that_the_server_changed_to_is_asked_for_even_right_after_a_start() throws IOException {
        pins(KeySource.firstMet()).areKnown();
        shown = new TestSigner("key-2").jwkSet();
        Pins restarted = pins(KeySource.firstMet());
        assertThat(restarted.find("key-1")).isNotNull();
        assertThat(restarted.find("key-2")).isNotNull();
    }

    @Test
    void garbage_does_not_keep_the_client_busy() throws IOException {
        Pins pins = pins(KeySource.firstMet());
        for (int i = 0; i < 100; i++) {
            pins.find("key-" + (i + 2));
        }
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void what_is_no_key_set_is_not_remembered() throws IOException {
        shown = "<html>";
        assertThat(pins(KeySource.firstMet()).areKnown()).isFalse();
        shown = new TestSigner("key-1").jwkSet();
        assertThat(pins(KeySource.firstMet()).areKnown()).isTrue();
    }

    @Test
    void a_key_file_that_cannot_be_read_is_tried_again() throws IOException {
        boolean[] there = {false};
        Pins pins = pins(() -> {
            if (!there[0]) {
                throw new IOException("no file");
            }
            return shown;
        });
        assertThat(pins.areKnown()).isFalse();
        there[0] = true;
        machine.pass(Duration.ofMinutes(1));
        assertThat(pins.areKnown()).isTrue();
    }
}
