package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.web.portal.component.Languages;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The language that the build makes from the English texts, and what it proves about those. */
class PseudoLocaleTest {

    private static final Properties ENGLISH = Sources.texts();
    private static final Properties PSEUDO = made();
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}");

    static Stream<String> keys() {
        return ENGLISH.stringPropertyNames().stream().sorted();
    }

    @Test
    void every_text_is_translated_and_none_is_added() {
        assertThat(PSEUDO.keySet()).isEqualTo(ENGLISH.keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_text_is_accented_longer_and_in_brackets(String key) {
        String pseudo = PSEUDO.getProperty(key);
        assertThat(pseudo).startsWith("⟦").endsWith("⟧");
        assertThat(PLAIN_WORD
                        .matcher(PLACEHOLDER.matcher(pseudo).replaceAll(""))
                        .find())
                .as(pseudo)
                .isFalse();
        assertThat(pseudo.length()).isGreaterThan(ENGLISH.getProperty(key).length() * 5 / 4);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_text_is_formatted_with_the_same_values_in_both_languages(String key) {
        Object[] values = valuesFor(ENGLISH.getProperty(key));
        String english = Texts.in(Locale.ENGLISH).text(key, values);
        String pseudo = Texts.in(Languages.PSEUDO).text(key, values);
        for (Object value : values) {
            boolean shown = english.contains(value.toString());
            assertThat(pseudo.contains(value.toString())).as(pseudo).isEqualTo(shown);
        }
        assertThat(english + pseudo).doesNotContain("{", "}");
        assertThat(pseudo).startsWith("⟦").endsWith("⟧");
    }

    /** MessageFormat drops a single straight one and what it quotes; a typographic one is right with and without values. */
    @ParameterizedTest
    @MethodSource("keys")
    void an_apostrophe_is_a_typographic_one(String key) {
        assertThat(ENGLISH.getProperty(key)).doesNotContain("'");
    }

    /** A value for each placeholder that can be told from every other. */
    private static Object[] valuesFor(String text) {
        Format[] formats = new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex();
        return IntStream.range(0, formats.length)
                .mapToObj(i -> formats[i] == null ? (Object) ("value-" + i) : (Object) (70 + i))
                .toArray();
    }

    private static Properties made() {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Texts.class.getResourceAsStream("/org/chancery/web/messages_en_XA.properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
