package org.chancery.service.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedTextTest {

    @Test
    void nothing_invisible_is_printed() {
        assertThat(PrintedText.line("a\u202Eb\u200B\u0000\u0007c\uD800d\uFFFEe\u00ADf"))
                .isEqualTo("abcdef");
        assertThat(PrintedText.line(" a\r\n\tb  c\u2028d ")).isEqualTo("a b c d");
        assertThat(PrintedText.line("z\u030C")).isEqualTo("\u017E");
        assertThat(PrintedText.line("<b>&amp;</b>")).isEqualTo("<b>&amp;</b>");
    }

    @Test
    void xml_gets_the_text_but_for_what_it_cannot_carry() {
        assertThat(PrintedText.xml("a\u202Eb\u0000\uD800\uFFFFc\nd \uD83D\uDE00"))
                .isEqualTo("a\u202Ebc d \uD83D\uDE00");
    }

    @ParameterizedTest(name = "{0} in {1}: {2}, {3}, {4}")
    @CsvSource({
        "'Lindenallee 3|10115 Berlin',          DE, 'Lindenallee 3',     10115,   Berlin",
        "'Rue A|L-1234 Luxembourg',             LU, 'Rue A',             1234,    Luxembourg",
        "'Dep|Gata 1|111 22 Stockholm',         SE, 'Dep|Gata 1',        111 22,  Stockholm",
        "'ul. A 1|00-950 Warszawa',             PL, 'ul. A 1',           00-950,  Warszawa",
        "'1 Main Street|Boston, MA 02110',      US, '1 Main Street|Boston, MA 02110', ,",
        "'1600 Amphitheatre Parkway',           DE, '1600 Amphitheatre Parkway', ,",
        "'A|B|C|D|10115 Berlin',                DE, 'A|B|C, D',          10115,   Berlin",
        "'A||  |B',                             GB, 'A|B',               ,",
        "'',                                    DE, '',                  ,"
    })
    void a_town_is_told_from_its_postcode_only_where_that_is_sure(
            String typed, String country, String lines, String postcode, String town) {
        PostalAddress address = PostalAddress.of(typed.replace('|', '\n'), country);
        assertThat(address.lines()).isEqualTo(lines.isEmpty() ? List.of() : List.of(lines.split("\\|")));
        assertThat(address.postcode()).isEqualTo(postcode);
        assertThat(address.town()).isEqualTo(town);
    }
}
