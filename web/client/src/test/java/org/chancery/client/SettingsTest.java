package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.chancery.client.Placement.SeatClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private final Path directory;

    SettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "\ud83d"})
    void names_are_printable(String name) {
        assertThatThrownBy(() -> Placement.of(name, "node-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Placement.of("site-1", name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Software(name, "1", LocalDate.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Software("p", name, LocalDate.EPOCH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_have_128_characters_at_most() {
        assertThat(Placement.of("\ud83d\ude00".repeat(128), "n").deploymentId()).isNotEmpty();
        assertThatThrownBy(() -> Placement.of("x".repeat(129), "n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lease_lasts_five_minutes_at_least() {
        assertThatThrownBy(() -> new Placement("d", "n", SeatClass.DEVELOPMENT, 299))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Placement("d", "n", SeatClass.DEVELOPMENT, 300)
                        .seatClass()
                        .word())
                .isEqualTo("development");
    }

    @Test
    void a_secret_file_may_come_later() throws IOException {
        Path file = directory.resolve("secret");
        SecretSource source = SecretSource.file(file);
        assertThat(source.read()).isNull();
        Files.writeString(file, "lic_a\n");
        assertThat(source.read()).isEqualTo("lic_a\n");
        assertThat(SecretSource.fixed("x").read()).isEqualTo("x");
        assertThat(SecretSource.none().read()).isNull();
    }

    @Test
    void keys_come_from_a_text_or_a_file_or_the_server() throws IOException {
        Path file = directory.resolve("keys");
        Files.writeString(file, "{}");
        assertThat(KeySource.file(file).read()).isEqualTo("{}");
        assertThat(KeySource.pinned("{}").read()).isEqualTo("{}");
        assertThat(KeySource.firstMet().read()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lic_a", " lic_a\n", "\"lic_a\"", "'lic_a' ", "\u201clic_a\u201d", "\u00a0`lic_a`\u00a0"})
    void what_pasting_leaves_around_a_secret_is_no_part_of_it(String pasted) {
        assertThat(PastedSecret.trim(pasted)).isEqualTo("lic_a");
    }

    @ParameterizedTest
    @CsvSource({
        "101,, CHECK_SECRET",
        "103, unpaid, OPEN_PORTAL",
        "104,, RELEASE_OR_BUY",
        "105,, REACTIVATE",
        "107, fork, REACTIVATE",
        "108, lapsed, REACTIVATE",
        "108, deactivated, RESTART",
        "109,, RENEW_OR_DOWNGRADE",
        "110,, RELEASE_THERE",
        "111,, USE_FILE",
        "112,, CHECK_SECRET",
        "999,, ASK_THE_VENDOR"
    })
    void each_refusal_has_its_remedy(int code, String reason, Remedy remedy) {
        assertThat(new Refusal(code, reason).remedy()).isEqualTo(remedy);
        assertThat(remedy.word())
                .isEqualTo(remedy.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
