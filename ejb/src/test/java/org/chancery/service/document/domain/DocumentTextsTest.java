package org.chancery.service.document.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTextsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en,    Amount due, 'November 5, 2026', 19%",
        "en-GB, Amount due, '5 November 2026',  19%",
        "de,    Zu zahlen,  '5. November 2026', 19 %",
        "de-AT, Zu zahlen,  '5. November 2026', 19 %",
        "fr,    Amount due, '5 November 2026',  19%", // no French words yet: all is English, and not American
        "ar-EG, Amount due, '5 November 2026',  19%"
    })
    void words_dates_and_percentages_are_of_one_language(String wanted, String due, String date, String percent) {
        DocumentTexts texts = DocumentTexts.in(Locale.forLanguageTag(wanted));
        assertThat(texts.text("sum.due")).isEqualTo(due);
        assertThat(texts.date(LocalDate.of(2026, 11, 5))).isEqualTo(date);
        assertThat(texts.percent(new BigDecimal("19.000")).replaceAll("\\h", " "))
                .isEqualTo(percent);
    }

    @Test
    void a_rate_keeps_its_decimals() {
        assertThat(DocumentTexts.in(Locale.ENGLISH).percent(new BigDecimal("8.875")))
                .isEqualTo("8.875%");
    }

    @Test
    void a_value_is_never_taken_for_a_place_to_fill() {
        assertThat(DocumentTexts.in(Locale.ENGLISH)
                        .text("title.corrects", Map.of("number", "{date} $1 \\", "date", "today")))
                .isEqualTo("Corrects invoice {date} $1 \\ of today");
        assertThatThrownBy(() -> DocumentTexts.in(Locale.ENGLISH).text("title.invoice", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void german_says_all_that_english_says_with_the_same_places_to_fill() throws IOException {
        Properties english = bundle("documents.properties");
        Properties german = bundle("documents_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static List<String> places(String text) {
        return Pattern.compile("\\{[a-zA-Z]+}")
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static Properties bundle(String name) throws IOException {
        try (InputStream file = DocumentTexts.class.getResourceAsStream("/org/chancery/service/document/" + name)) {
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return bundle;
        }
    }
}
