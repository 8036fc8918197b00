package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxRateTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "19", "19.0", "7.7", "25.5", "9.975", "100", "1E2", "100.000"})
    void a_rate_is_a_percentage(String rate) {
        assertThat(TaxRate.isRate(new BigDecimal(rate))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.001", "100.001", "101", "1E3", "19.0001", "1E+1000000000", "1E-1000000000"})
    void nothing_else_is(String rate) {
        assertThat(TaxRate.isRate(new BigDecimal(rate))).isFalse();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({"FI, 2024-08-31, 24.000", "FI, 2024-09-01, 25.500", "FI, 2020-12-31,", "DE, 2026-01-01,"})
    void the_latest_rate_of_a_day_holds(String country, LocalDate day, BigDecimal rate) {
        SettingsValues settings = new SettingsValues(
                Seller.NOBODY,
                List.of(rate("25.5", "2024-09-01"), rate("24", "2021-01-01")),
                "INV-",
                14,
                true,
                Duration.ZERO);
        assertThat(settings.rateOf(country, day).orElse(null)).isEqualTo(rate);
    }

    @Test
    void rates_are_kept_in_one_form() {
        assertThat(rate("24", "2021-01-01")).isEqualTo(rate("24.00", "2021-01-01"));
    }

    private static TaxRate rate(String rate, String from) {
        return new TaxRate("FI", new BigDecimal(rate), LocalDate.parse(from));
    }
}
