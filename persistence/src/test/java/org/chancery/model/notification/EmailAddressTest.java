package org.chancery.model.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chancery.model.platform.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ana@example.org, ana@example.org",
        "Ana.Lopez@Example.ORG, ana.lopez@example.org",
        "'  ana@example.org\t', ana@example.org",
        "o'hara+license@sub.example.co.uk, o'hara+license@sub.example.co.uk",
        "a@xn--bcher-kva.example, a@xn--bcher-kva.example",
        "_@e.io, _@e.io"
    })
    void an_address_has_one_spelling(String typed, String text) {
        assertThat(EmailAddress.parse(typed)).map(EmailAddress::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ana",
                "@example.org",
                "ana@",
                "ana@localhost",
                "ana@example",
                "ana@@example.org",
                "ana@exa mple.org",
                "ana b@example.org",
                ".ana@example.org",
                "ana.@example.org",
                "an..a@example.org",
                "ana@example..org",
                "ana@-example.org",
                "ana@example-.org",
                "ana@example.org.",
                "ana@[192.0.2.1]",
                "ana@192.0.2.1",
                "\"ana\"@example.org",
                "ana@example.org,eve@example.org",
                "ana@example.org;eve@example.org",
                "<ana@example.org>",
                "Ana <ana@example.org>",
                "ana@example.org\n",
                "ana@example.org\r\nBcc: eve@example.org",
                "ana\r\n@example.org",
                "ana\u0000@example.org",
                "ana\u202e@example.org",
                "an\u00e4@example.org",
                "ana@ex\u00e4mple.org",
                "ana(comment)@example.org",
                "ana@example.o"
            })
    void anything_else_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
        assertThatThrownBy(() -> EmailAddress.require("email", typed)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void the_parts_have_bounds() {
        String label = "a".repeat(63);
        String host = label + "." + label + "." + label + ".example"; // 199 characters
        assertThat(EmailAddress.parse("a".repeat(54) + "@" + host)).isPresent(); // 254 in all
        assertThat(EmailAddress.parse("a".repeat(55) + "@" + host)).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "a".repeat(64) + ".org")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(1_000_000))).isEmpty();
        assertThat(EmailAddress.parse(null)).isEmpty();
    }
}
