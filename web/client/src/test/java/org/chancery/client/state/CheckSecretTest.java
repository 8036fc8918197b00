package org.chancery.client.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.client.platform.Machine;
import org.junit.jupiter.api.Test;

class CheckSecretTest {

    @Test
    void a_secret_has_256_random_bits_and_is_known_by_its_hash() {
        CheckSecret secret = CheckSecret.draw(Machine.real());
        assertThat(secret.clear()).matches("chk_[A-Za-z0-9_-]{43}");
        assertThat(secret.hash()).matches("[A-Za-z0-9_-]{43}");
        assertThat(secret).isNotEqualTo(CheckSecret.draw(Machine.real()));
    }

    @Test
    void the_hash_is_the_one_that_the_server_computes() {
        assertThat(new CheckSecret("chk_a").hash()).isEqualTo(CheckSecret.hashOf("chk_a"));
        assertThat(CheckSecret.hashOf("abc")).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void a_secret_is_never_printed() {
        assertThat(new CheckSecret("chk_a").toString()).doesNotContain("chk_a");
    }
}
