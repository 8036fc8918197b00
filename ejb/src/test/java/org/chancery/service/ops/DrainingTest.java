package org.chancery.service.ops;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Startup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainingTest {

    @Test
    void a_node_is_ready_until_somebody_leaves_the_file_and_again_when_it_is_taken_away(@TempDir Path data)
            throws IOException {
        Path wish = data.resolve("draining");
        Draining draining = new Draining(wish);
        assertThat(draining.isReady()).isTrue();
        Files.createFile(wish);
        assertThat(draining.isReady()).isFalse();
        Files.delete(wish);
        assertThat(draining.isReady()).isTrue();
    }

    @Test
    void a_file_that_was_meant_for_the_former_process_says_nothing_to_this_one(@TempDir Path data) throws IOException {
        Draining draining = new Draining(Files.createFile(data.resolve("draining")));
        draining.forgetFormerWish(new Startup());
        assertThat(draining.isReady()).isTrue();
    }
}
