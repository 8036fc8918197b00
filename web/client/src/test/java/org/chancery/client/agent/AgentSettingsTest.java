package org.chancery.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chancery.client.Placement.SeatClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class AgentSettingsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CHANCERY_URL", "https://licenses.example",
            "CHANCERY_PRODUCT", "iot-platform",
            "CHANCERY_PRODUCT_VERSION", "4.2.0",
            "CHANCERY_RELEASE_DATE", "2026-05-01",
            "CHANCERY_DEPLOYMENT_ID", "site-1",
            "CHANCERY_INSTANCE_NAME", "node-1",
            "CHANCERY_LICENSE_SECRET", "lic_a",
            "CHANCERY_UNRELATED", "x");

    private final Path directory;

    private static AgentSettings read(String... arguments) throws IOException {
        return AgentSettings.of(AgentOptions.read(arguments, ENVIRONMENT));
    }

    AgentSettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void the_environment_is_enough() throws IOException {
        AgentSettings settings = read();
        assertThat(settings.client().server().url().toString()).isEqualTo("https://licenses.example");
        assertThat(settings.client().secret().read()).isEqualTo("lic_a");
        assertThat(settings.client().keys().read()).isNull();
        assertThat(settings.client().placement().seatClass()).isEqualTo(SeatClass.PRODUCTION);
        assertThat(settings.status()).isEqualTo(Path.of("chancery-state/status.json"));
        assertThat(settings.releasesOnStop()).isTrue();
        assertThat(AgentOptions.read(new String[0], ENVIRONMENT).command()).isEqualTo("run");
    }

    @Test
    void arguments_come_before_the_environment_and_that_before_the_file() throws IOException {
        Path file = directory.resolve("agent.properties");
        Files.writeString(
                file,
                "product=from-file\nseat-class=development\nproxy=proxy.example:3128\nproxy-user=u\n"
                        + "proxy-password=p\nlease-seconds=600\n");
        AgentSettings settings = read("--config=" + file, "--instance-name=node-2", "--release-on-stop=false");
        assertThat(settings.client().software().product()).isEqualTo("iot-platform");
        assertThat(settings.client().placement().instanceName()).isEqualTo("node-2");
        assertThat(settings.client().placement().seatClass()).isEqualTo(SeatClass.DEVELOPMENT);
        assertThat(settings.client().placement().leaseSeconds()).isEqualTo(600);
        assertThat(settings.client().server().proxy().password()).isEqualTo("p");
        assertThat(settings.releasesOnStop()).isFalse();
    }

    @Test
    void secrets_may_lie_in_files_of_their_own() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "lic_b\n");
        Path password = Files.writeString(directory.resolve("password"), "q\n");
        Path keys = Files.writeString(directory.resolve("keys"), "{}");
        AgentSettings settings = read(
                "--license-secret-file=" + secret,
                "--proxy=proxy.example:3128",
                "--proxy-user=u",
                "--proxy-password-file=" + password,
                "--keys-file=" + keys,
                "--trust-file=" + keys);
        assertThat(settings.client().secret().read()).isEqualTo("lic_b\n");
        assertThat(settings.client().server().proxy().password()).isEqualTo("q");
        assertThat(settings.client().server().authorities()).isEqualTo(keys);
        assertThat(settings.client().keys().read()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--license-secret=lic_a",
                "--proxy-password=p",
                "--unknown=1",
                "--product",
                "--release-date=tomorrow",
                "--seat-class=golden",
                "--lease-seconds=ten",
                "--url=http://licenses.example",
                "--url=https://u:p@licenses.example",
                "--instance-name= "
            })
    void what_cannot_be_right_is_refused_without_showing_a_secret(String argument) {
        assertThatThrownBy(() -> read(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("lic_a");
    }

    @Test
    void what_is_missing_is_named() {
        assertThatThrownBy(() -> AgentSettings.of(AgentOptions.read(new String[0], Map.of())))
                .hasMessageContaining("--product=")
                .hasMessageContaining("CHANCERY_PRODUCT");
    }

    @Test
    void a_file_with_a_mistyped_option_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("agent.properties"), "prodcut=x\n");
        assertThatThrownBy(() -> read("--config=" + file)).hasMessageContaining("prodcut");
    }
}
