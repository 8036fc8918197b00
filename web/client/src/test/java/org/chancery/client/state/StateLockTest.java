package org.chancery.client.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

    private final Path directory;

    StateLockTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void a_state_has_one_user_at_a_time() throws IOException {
        StateLock first = StateLock.take(directory);
        assertThatThrownBy(() -> StateLock.take(directory)).isInstanceOf(IOException.class);
        first.close();
        try (StateLock second = StateLock.take(directory)) {
            assertThat(second).isNotNull();
        }
    }
}
