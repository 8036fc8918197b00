package org.chancery.service.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportMonthsTest {

    private static final Instant LAST_OF_JANUARY = Instant.parse("2027-01-31T23:59:59Z");

    @ParameterizedTest(name = "{0} to {1} is {2} to {3}")
    @CsvSource({
        ", , 2026-02, 2027-01",
        "2026-11, , 2026-11, 2027-01",
        ", 2026-12, 2026-01, 2026-12",
        "2026-11, 2026-11, 2026-11, 2026-11",
        "2024-02, 2027-01, 2024-02, 2027-01",
        "' ', '', 2026-02, 2027-01",
        "2028-01, 2028-12, 2028-01, 2028-12"
    })
    void months_left_out_are_the_last_twelve(@Nullable String from, @Nullable String to, String first, String last) {
        ReportMonths months = ReportMonths.of(from, to, LAST_OF_JANUARY);
        assertThat(months.from()).hasToString(first);
        assertThat(months.to()).hasToString(last);
    }

    @ParameterizedTest(name = "{0} to {1}: {2} {3}")
    @CsvSource({
        "2026-13, , from, month",
        "2026-1, , from, month",
        "November, , from, month",
        "2026-11-01, , from, month",
        "1999-12, 2000-01, from, month",
        ", +123456-01, to, month",
        "2027-02, , from, backwards",
        "2026-11, 2026-10, from, backwards",
        "2024-01, 2027-01, from, months"
    })
    void what_can_not_be_reported_is_refused(@Nullable String from, @Nullable String to, String field, String code) {
        InvalidRequestException refused =
                catchThrowableOfType(InvalidRequestException.class, () -> ReportMonths.of(from, to, LAST_OF_JANUARY));
        assertThat(refused.errors()).extracting(e -> e.field() + " " + e.code()).contains(field + " " + code);
    }
}
