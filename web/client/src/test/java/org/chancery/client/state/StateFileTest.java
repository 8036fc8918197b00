package org.chancery.client.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

    private static final ClientState FULL = new ClientState(
            new Seat("instance", 2, 7, new CheckSecret("chk_now"), "a.b.c", 3600, true),
            new CheckSecret("chk_next"),
            new Attempt("purpose", "key", "nonce", "{\"a\":1}", new CheckSecret("chk_first")),
            "d.e.f",
            new TimeMark(Instant.ofEpochMilli(1_777_777_777_123L), Duration.ofMillis(-55), true, 2),
            new StoredEntitlements("\"1-x\"", "{}", true),
            new StoredOffline("g.h.i", List.of("file-1"), new CheckSecret("ret_1"), "{\"returned\":\"file-1\"}"),
            "{\"keys\":[]}");

    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void a_new_client_knows_nothing() throws IOException {
        assertThat(StateFile.open(disk).state()).isEqualTo(ClientState.EMPTY);
    }

    @Test
    void what_was_kept_is_there_for_the_next_process() throws IOException {
        StateFile.open(disk).keep(FULL);
        assertThat(StateFile.open(disk).state()).isEqualTo(FULL);
    }

    @Test
    void what_is_kept_has_reached_the_disk_step_by_step() throws IOException {
        StateFile file = StateFile.open(disk);
        disk.steps.clear();
        file.keep(FULL);
        assertThat(disk.steps).containsExactly("write", "force", "rename", "force directory");
        file.keep(FULL);
        assertThat(disk.steps).hasSize(4);
    }

    /** The last process may have died between its rename and the forcing of it, and we act on what we read. */
    @Test
    void what_is_read_is_made_durable_before_anybody_relies_on_it() throws IOException {
        StateFile.open(disk).keep(FULL);
        disk.steps.clear();
        StateFile.open(disk);
        assertThat(disk.steps).containsExactly("read", "force directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "force", "rename", "force directory"})
    void what_could_not_be_kept_did_not_happen(String step) throws IOException {
        StateFile file = StateFile.open(disk);
        disk.failing = step;
        assertThatThrownBy(() -> file.keep(FULL)).isInstanceOf(IOException.class);
        assertThat(file.state()).isEqualTo(ClientState.EMPTY);
    }

    @Test
    void what_the_server_did_is_adopted_whatever_the_disk_says_and_written_when_it_can_be() throws IOException {
        StateFile file = StateFile.open(disk);
        disk.failing = "write";
        file.adopt(FULL);
        assertThat(file.state()).isEqualTo(FULL);
        assertThat(disk.file).isNull();
        disk.failing = null;
        file.adopt(FULL);
        assertThat(StateFile.open(disk).state()).isEqualTo(FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"format\":1,\"seat\":{}}", "{\"format\":2}", "[]", "{\"format\":1,\"returned\":[1]}"
            })
    void a_file_that_nobody_can_read_is_put_aside(String content) throws IOException {
        disk.file = content.getBytes(StandardCharsets.UTF_8);
        assertThat(StateFile.open(disk).state()).isEqualTo(ClientState.EMPTY);
        assertThat(disk.aside).isNotNull();
    }

    @Test
    void a_disk_that_cannot_be_read_is_no_reason_to_forget() {
        disk.failing = "read";
        assertThatThrownBy(() -> StateFile.open(disk)).isInstanceOf(IOException.class);
        assertThat(disk.aside).isNull();
    }

    @Test
    void secrets_are_never_part_of_a_description() {
        assertThat(FULL.toString()).doesNotContain("chk_now", "chk_next", "chk_first");
    }
}
