package org.chancery.client.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDiskTest {

    private final Path base;

    FileDiskTest(@TempDir Path base) {
        this.base = base;
    }

    @Test
    void a_file_is_replaced_as_a_whole_and_is_its_owners_alone() throws IOException {
        Path directory = base.resolve("a/b");
        FileDisk disk = FileDisk.in(directory, "state.json");
        assertThat(disk.read()).isNull();
        write(disk, "one");
        write(disk, "two");
        assertThat(disk.read()).isEqualTo("two".getBytes(UTF_8));
        assertThat(permissions(directory)).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("state.json"))).isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_temporary_file_that_a_crash_left_behind_is_in_nobodys_way() throws IOException {
        FileDisk disk = FileDisk.in(base, "state.json");
        disk.writeTemporary("half".getBytes(UTF_8));
        write(FileDisk.in(base, "state.json"), "whole");
        assertThat(disk.read()).isEqualTo("whole".getBytes(UTF_8));
    }

    @Test
    void an_unreadable_file_is_kept_for_people() throws IOException {
        FileDisk disk = FileDisk.in(base, "state.json");
        write(disk, "garbage");
        disk.setAside();
        assertThat(disk.read()).isNull();
        assertThat(base.resolve("state.json.unreadable")).hasContent("garbage");
    }

    @Test
    void what_cannot_be_a_state_is_not_read() throws IOException {
        FileDisk disk = FileDisk.in(base, "state.json");
        write(disk, "x".repeat(5_000_000));
        assertThatThrownBy(disk::read).isInstanceOf(IOException.class);
    }

    private static void write(FileDisk disk, String text) throws IOException {
        disk.writeTemporary(text.getBytes(UTF_8));
        disk.forceTemporary();
        disk.rename();
        disk.forceDirectory();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
