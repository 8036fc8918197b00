package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsAndTagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lic_x",
                " lic_x",
                "lic_x\n",
                "\"lic_x\"",
                "'lic_x'",
                "`lic_x`",
                " \"' lic_x '\" ",
                "\u00a0lic_x\u201d"
            })
    void a_pasted_secret_loses_its_blanks_and_quotes(String pasted) {
        assertThat(new PresentedSecret(pasted).clear()).isEqualTo("lic_x");
    }

    @Test
    void the_hash_of_a_check_secret_is_the_one_a_client_computes() {
        assertThat(new PresentedSecret("abc").sha256()).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
    }

    @Test
    void nothing_that_holds_a_secret_prints_it() {
        assertThat(List.of(
                        new PresentedSecret("lic_topsecret"),
                        new IssuedLicense(new UUID(1, 1), "lic_topsecret"),
                        new IssuedSecret("lic_topsecret", Instant.EPOCH),
                        new ActivateInstance(
                                new PresentedSecret("lic_topsecret"),
                                null,
                                "",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .allSatisfy(holder -> assertThat(holder.toString()).doesNotContain("topsecret"));
    }

    @ParameterizedTest(name = "{0} is known: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"1-a\"|true",
                "W/\"1-a\"|true",
                "1-a|true",
                "\"0\", \"1-a\"|true",
                "*|true",
                "\"1-b\"|false",
                "\"|false",
                "W/|false"
            })
    void a_tag_is_matched_as_headers_write_it(String header, boolean known) {
        Entitlements document = new Entitlements(
                "l",
                "p",
                1,
                new Entitlements.Plan("c", "n"),
                null,
                Map.of(),
                List.of(),
                new TreeMap<>(),
                "s",
                List.of(),
                List.of(),
                null,
                null);
        assertThat(new TaggedEntitlements("\"1-a\"", document).isKnownTo(header))
                .isEqualTo(known);
    }
}
