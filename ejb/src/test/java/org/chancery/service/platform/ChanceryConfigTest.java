package org.chancery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceryConfigTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void production_is_the_default_and_needs_a_master_key() {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CHANCERY_MASTER_KEY is missing");
        assertThat(read(Map.of("chancery.master.key", KEY)).isSandbox()).isFalse();
    }

    @Test
    void the_sandbox_needs_nothing_and_has_its_operator() {
        ChanceryConfig config = read(Map.of("chancery.mode", "sandbox"));
        assertThat(config.isSandbox()).isTrue();
        assertThat(config.operatorToken()).isEqualTo("opr_sandbox");
        assertThat(config.baseUrl()).hasToString("http://localhost:8080");
        assertThat(config.masterKey()).hasSize(32);
    }

    @Test
    void production_has_no_sandbox_operator_even_if_a_token_is_set() {
        assertThat(read(Map.of("chancery.master.key", KEY, "chancery.operator.token", "opr_x"))
                        .operatorToken())
                .isNull();
    }

    @Test
    void all_faults_are_listed_together_and_no_value_is_shown() {
        assertThatThrownBy(() -> read(Map.of(
                        "chancery.mode", "demo", "chancery.master.key", "c2hvcnQ=", "chancery.base.url", "ftp://x")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CHANCERY_MODE")
                .hasMessageContaining("CHANCERY_MASTER_KEY")
                .hasMessageContaining("CHANCERY_BASE_URL")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @ParameterizedTest(name = "{0} in {1} mode is accepted: {2}")
    @CsvSource({
        "https://licenses.example.com, production, true",
        "https://licenses.example.com/, production, true",
        "http://localhost:8080, production, true",
        "http://licenses.example.com, production, false",
        "http://licenses.example.com, sandbox, true",
        "https://licenses.example.com/portal, production, false",
        "licenses.example.com, sandbox, false",
        "'https://a b', sandbox, false"
    })
    void the_base_url_is_https_unless_it_is_loopback_or_sandbox(String url, String mode, boolean accepted) {
        Map<String, String> values =
                Map.of("chancery.mode", mode, "chancery.base.url", url, "chancery.master.key", KEY);
        if (accepted) {
            assertThat(read(values).baseUrl().toString()).doesNotEndWith("/");
        } else {
            assertThatThrownBy(() -> read(values)).isInstanceOf(ConfigurationException.class);
        }
    }

    @ParameterizedTest(name = "{0} is accepted: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "licenses@vendor.example|true",
                "Søren & Söhne, Inc. <licenses@vendor.example>|true",
                "Chancery <chancery@localhost>|true",
                "licenses|false",
                "Chancery <licenses>|false",
                "<licenses@vendor.example>|false",
                "Chancery <licenses@vendor.example|false",
                "'a@vendor.example\nBcc: eve@example.org'|false",
                "'A\nB <a@vendor.example>'|false"
            })
    void the_sender_of_mail_is_an_address_with_or_without_a_name(String sender, boolean accepted) {
        Map<String, String> values = Map.of("chancery.mode", "sandbox", "chancery.mail.from", sender);
        if (accepted) {
            assertThat(read(values).mailFrom()).isEqualTo(sender);
        } else {
            assertThatThrownBy(() -> read(values)).hasMessageContaining("CHANCERY_MAIL_FROM");
        }
    }

    @Test
    void its_text_holds_no_secret() {
        ChanceryConfig config = read(
                Map.of("chancery.mode", "sandbox", "chancery.smtp.host", "mail", "chancery.smtp.password", "hush"));
        assertThat(config.toString()).doesNotContain("hush").doesNotContain("opr_sandbox");
        assertThat(String.valueOf(config.smtp())).doesNotContain("hush");
    }

    private static ChanceryConfig read(Map<String, String> values) {
        return ChanceryConfig.read(name -> Optional.ofNullable(values.get(name)));
    }
}
