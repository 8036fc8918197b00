package org.chancery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final byte[] KEY = new byte[32];
    private static final byte[] OTHER_KEY = other();

    private final SecretGenerator generator = new SecretGenerator(new SecureRandom());
    private final Vault vault = new Vault(KEY, new SecureRandom());

    @Test
    void a_secret_says_what_it_is_and_carries_a_checksum() {
        String secret = generator.next("lic_");
        assertThat(secret).matches("lic_[0-9A-Za-z]{49}");
        assertThat(SecretGenerator.isWellFormed("lic_", secret)).isTrue();
        assertThat(SecretGenerator.isWellFormed("acc_", secret)).isFalse();
    }

    @Test
    void any_one_changed_character_breaks_the_checksum() {
        String secret = generator.next("lic_");
        for (int i = 4; i < secret.length(); i++) {
            char other = secret.charAt(i) == 'x' ? 'y' : 'x';
            String changed = secret.substring(0, i) + other + secret.substring(i + 1);
            assertThat(SecretGenerator.isWellFormed("lic_", changed))
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void a_hash_depends_on_the_master_key_and_never_shows_the_secret() {
        String secret = generator.next("lic_");
        String hash = new SecretHasher(KEY).hash(secret);
        assertThat(hash).hasSize(43).doesNotContain(secret);
        assertThat(new SecretHasher(KEY).hash(secret)).isEqualTo(hash);
        assertThat(new SecretHasher(OTHER_KEY).hash(secret)).isNotEqualTo(hash);
    }

    @Test
    void the_vault_gives_back_what_it_was_given_and_seals_it_anew_each_time() {
        byte[] clear = "a signing key".getBytes(StandardCharsets.UTF_8);
        byte[] once = vault.encrypt(clear);
        assertThat(vault.decrypt(once)).isEqualTo(clear);
        assertThat(vault.encrypt(clear)).isNotEqualTo(once);
    }

    @Test
    void damage_and_foreign_keys_fail_closed() {
        byte[] sealed = vault.encrypt(new byte[] {1, 2, 3});
        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            assertThatThrownBy(() -> vault.decrypt(damaged)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.decrypt(Arrays.copyOf(sealed, 5))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Vault(OTHER_KEY, new SecureRandom()).decrypt(sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] other() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }
}
