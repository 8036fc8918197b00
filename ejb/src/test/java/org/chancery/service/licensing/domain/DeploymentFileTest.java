package org.chancery.service.licensing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DeploymentFileTest {

    private static final UUID LICENSE = UUID.fromString("01993f2a-6c00-7a10-8000-0000000000a1");
    private static final String SERVER = "https://licenses.example";

    @ParameterizedTest
    @EnumSource(DeploymentFormat.class)
    void each_file_is_as_it_was_agreed(DeploymentFormat format) throws IOException {
        String golden = "/org/chancery/service/licensing/domain/golden-" + format.fileName();
        try (InputStream in = DeploymentFileTest.class.getResourceAsStream(golden)) {
            String expected = new String(Objects.requireNonNull(in, golden).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(DeploymentFile.of(format, named("plant-cologne", "node-1")))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plant \"A\" 'b' `c`",
                "C:\\plant\\n",
                "100 % %d %%n",
                "${HOME} $(NAME) $$ $NAME",
                "yes",
                "~",
                "- a: b # c",
                "{a: [b]}",
                "*a &b !c |",
                " blanks around ",
                "0x10",
                "@{product} @{=license}",
                "K\u00f6ln \u2192 \u6771\u4eac \ud83c\udfed"
            })
    void every_value_is_what_it_was_once_the_file_is_read(String value) {
        for (Map<String, String> environment : List.of(
                composed(DeploymentFile.of(DeploymentFormat.COMPOSE, named(value, value))),
                unit(DeploymentFile.of(DeploymentFormat.SYSTEMD, named(value, value))),
                clustered(DeploymentFile.of(DeploymentFormat.KUBERNETES, named(value, value))))) {
            assertThat(environment)
                    .containsEntry("CHANCERY_DEPLOYMENT_ID", value)
                    .containsEntry("CHANCERY_INSTANCE_NAME", value)
                    .containsEntry("CHANCERY_URL", SERVER)
                    .containsEntry("CHANCERY_PRODUCT", "iot-platform")
                    .containsEntry("CHANCERY_RELEASE_DATE", "2026-05-01")
                    .containsEntry("CHANCERY_SEAT_CLASS", "production");
        }
    }

    @Test
    void none_restarts_for_ever() {
        Map<?, ?> agent = at(yaml(DeploymentFile.of(DeploymentFormat.COMPOSE, usual())), "services", "license-agent");
        assertThat(agent.get("restart")).isEqualTo("on-failure:3");
        String unit = DeploymentFile.of(DeploymentFormat.SYSTEMD, usual());
        assertThat(unit)
                .containsSubsequence(
                        "[Unit]",
                        "StartLimitIntervalSec=600",
                        "StartLimitBurst=3",
                        "[Service]",
                        "Restart=on-failure",
                        "RestartSec=10",
                        "RestartPreventExitStatus=78");
        Map<?, ?> pod = at(yaml(DeploymentFile.of(DeploymentFormat.KUBERNETES, usual())), "spec", "template", "spec");
        assertThat(agentOf(pod).containsKey("livenessProbe")).isFalse();
    }

    @Test
    void each_keeps_its_state_on_a_volume_and_reads_the_secret_from_a_file() {
        Map<?, ?> compose = yaml(DeploymentFile.of(DeploymentFormat.COMPOSE, usual()));
        assertThat(at(compose, "volumes").containsKey("license-state")).isTrue();
        assertThat(at(compose, "secrets", "license-secret").get("file")).isEqualTo("./license-secret");
        assertThat(DeploymentFile.of(DeploymentFormat.SYSTEMD, usual()))
                .contains("StateDirectory=chancery-license", "LoadCredential=license-secret:");
        Map<?, ?> set = at(yaml(DeploymentFile.of(DeploymentFormat.KUBERNETES, usual())), "spec");
        assertThat((List<?>) set.get("volumeClaimTemplates")).hasSize(1);
        assertThat(set.get("replicas")).isEqualTo(1);
        for (DeploymentFormat format : DeploymentFormat.values()) {
            assertThat(DeploymentFile.of(format, usual()))
                    .contains(SERVER + "/downloads/chancery-client.jar")
                    .doesNotContain("CHANCERY_LICENSE_SECRET:", "CHANCERY_LICENSE_SECRET=", "@{");
        }
    }

    private static DeploymentValues usual() {
        return named("plant-cologne", "node-1");
    }

    private static DeploymentValues named(String deployment, String instance) {
        return new DeploymentValues(
                SERVER, LICENSE, "iot-platform", "4.2.0", "2026-05-01", deployment, instance, "production");
    }

    /** As compose reads it: two dollar signs are one. */
    private static Map<String, String> composed(String file) {
        Map<String, String> read = new LinkedHashMap<>();
        at(yaml(file), "services", "license-agent", "environment")
                .forEach((name, value) ->
                        read.put(name.toString(), value.toString().replace("$$", "$")));
        return read;
    }

    /** As Kubernetes reads it. */
    private static Map<String, String> clustered(String file) {
        Map<String, String> read = new LinkedHashMap<>();
        Map<?, ?> pod = at(yaml(file), "spec", "template", "spec");
        Map<?, ?> agent = agentOf(pod);
        for (Object entry : (List<?>) Objects.requireNonNull(agent.get("env"))) {
            Map<?, ?> variable = (Map<?, ?>) entry;
            read.put(
                    Objects.requireNonNull(variable.get("name")).toString(),
                    Objects.requireNonNull(variable.get("value")).toString().replace("$$", "$"));
        }
        return read;
    }

    /** As systemd reads it: quotes, escapes, then specifiers. */
    private static Map<String, String> unit(String file) {
        Map<String, String> read = new LinkedHashMap<>();
        file.lines().filter(line -> line.startsWith("Environment=")).forEach(line -> {
            String quoted = line.substring("Environment=".length());
            assertThat(quoted).startsWith("\"").endsWith("\"");
            List<Character> plain = new ArrayList<>();
            for (int i = 1; i < quoted.length() - 1; i++) {
                char c = quoted.charAt(i);
                assertThat(c).isNotEqualTo('"');
                plain.add(c == '\\' || c == '%' && quoted.charAt(i + 1) == '%' ? quoted.charAt(++i) : c);
            }
            StringBuilder text = new StringBuilder();
            plain.forEach(text::append);
            int equals = text.indexOf("=");
            read.put(text.substring(0, equals), text.substring(equals + 1));
        });
        return read;
    }

    private static Map<?, ?> yaml(String file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    }

    private static Map<?, ?> agentOf(Map<?, ?> pod) {
        List<?> containers = (List<?>) Objects.requireNonNull(pod.get("containers"));
        return (Map<?, ?>) Objects.requireNonNull(containers.get(0));
    }

    private static Map<?, ?> at(Map<?, ?> map, String... path) {
        Map<?, ?> found = map;
        for (String name : path) {
            found = (Map<?, ?>) Objects.requireNonNull(found.get(name), name);
        }
        return found;
    }
}
