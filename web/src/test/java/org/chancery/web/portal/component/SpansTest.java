package org.chancery.web.portal.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpansTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");

    private final Spans spans = new Spans(Texts.in(Locale.ENGLISH));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "-PT1M, just now",
        "PT4.9S, just now",
        "PT5S, 5 seconds ago",
        "PT59.9S, 59 seconds ago",
        "PT1M, 1 minute ago",
        "PT59M59S, 59 minutes ago",
        "PT1H, 1 hour ago",
        "PT23H59M, 23 hours ago",
        "P1D, 1 day ago",
        "P400D, 400 days ago"
    })
    void what_was_is_so_long_ago(Duration span, String words) {
        assertThat(spans.ago(NOON.minus(span), NOON)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "PT0S, 0 ms",
        "PT0.0124S, 12 ms",
        "PT0.9999S, 999 ms",
        "PT1S, 1 s",
        "PT3.42S, 3.4 s",
        "PT59S, 59 s",
        "PT2M5.9S, 2 min 5 s",
        "PT26H30M, 26 h 30 min"
    })
    void what_took_its_time_took_so_long(Duration span, String words) {
        assertThat(spans.length(span)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "PT5S, every 5 seconds",
        "PT1M, every minute",
        "PT10M, every 10 minutes",
        "PT1H, every hour",
        "P1D, every night"
    })
    void what_comes_back_does_so_as_often(Duration span, String words) {
        assertThat(spans.every(span)).isEqualTo(words);
    }
}
