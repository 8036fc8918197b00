package org.chancery.service.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chancery.model.account.TaxRate;
import org.chancery.model.billing.TaxReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRulesTest {

    private static final List<TaxRate> RATES = List.of(
            rate("DE", "19", "2007-01-01"),
            rate("DE", "16", "2020-07-01"),
            rate("DE", "19", "2021-01-01"),
            rate("FR", "20", "2014-01-01"),
            rate("AT", "20", "1995-01-01"),
            rate("GR", "24", "2016-06-01"),
            rate("GB", "20", "2011-01-04"),
            rate("CH", "8.1", "2024-01-01"),
            rate("FI", "25.5", "2024-09-01"));

    @ParameterizedTest(name = "{0} sells to {1} with {2} on {3}: {4} {5}")
    @CsvSource({
        // the same country, whatever the id says
        "DE, DE,             , 2026-05-01, 19.000,",
        "DE, DE, DE129273398 , 2026-05-01, 19.000,",
        "DE, DE,             , 2020-12-31, 16.000,",
        "DE, DE,             , 2020-06-30, 19.000,",
        // another member state: the buyer's rate, until its id says that it is a business
        "DE, FR,             , 2026-05-01, 20.000,",
        "DE, FR, FR40303265045, 2026-05-01, 0.000, REVERSE_CHARGE",
        "DE, FR, FR40303265046, 2026-05-01, 20.000,",
        "DE, FR, DE129273398 , 2026-05-01, 20.000,",
        "DE, FR, 40303265045 , 2026-05-01, 20.000,",
        "FR, DE, DE129273398 , 2026-05-01, 0.000, REVERSE_CHARGE",
        "DE, GR, EL094259216 , 2026-05-01, 0.000, REVERSE_CHARGE",
        "DE, GR, GR094259216 , 2026-05-01, 24.000,",
        "DE, FI,             , 2024-08-31, 0.000,", // not set yet
        "DE, FI,             , 2024-09-01, 25.500,",
        "DE, IT, IT00743110157, 2026-05-01, 0.000, REVERSE_CHARGE",
        "DE, IT,             , 2026-05-01, 0.000,",
        // out of the Union
        "DE, US,             , 2026-05-01, 0.000, EXPORT",
        "DE, CH,             , 2026-05-01, 0.000, EXPORT",
        "DE, CH, FR40303265045, 2026-05-01, 0.000, EXPORT",
        "DE, GB, GB110305878 , 2026-05-01, 0.000, EXPORT",
        "DE, GB, XI110305878 , 2026-05-01, 0.000, EXPORT",
        "DE, IM,             , 2026-05-01, 0.000, EXPORT",
        "FI, AX,             , 2026-05-01, 0.000, EXPORT",
        "FR, RE,             , 2026-05-01, 0.000, EXPORT",
        // Monaco counts as France
        "FR, MC,             , 2026-05-01, 20.000,",
        "FR, MC, FR40303265045, 2026-05-01, 20.000,",
        "DE, MC,             , 2026-05-01, 20.000,",
        "DE, MC, FR40303265045, 2026-05-01, 0.000, REVERSE_CHARGE",
        "MC, DE,             , 2026-05-01, 19.000,",
        // a seller outside the Union, or one that has not said
        "CH, CH,             , 2026-05-01, 8.100,",
        "CH, DE, DE129273398 , 2026-05-01, 19.000,",
        "CH, US,             , 2026-05-01, 0.000,",
        "GB, IM,             , 2026-05-01, 20.000,",
        "  , FR, FR40303265045, 2026-05-01, 20.000,",
        "  , US,             , 2026-05-01, 0.000,",
    })
    void who_sells_to_whom_decides(
            @Nullable String seller,
            String buyer,
            @Nullable String taxId,
            LocalDate day,
            BigDecimal rate,
            @Nullable TaxReason reason) {
        assertThat(TaxRules.decide(seller, buyer, taxId, RATES, day)).isEqualTo(new TaxDecision(rate, reason));
    }

    @Test
    void a_rate_set_for_monaco_itself_goes_before_that_of_france() {
        List<TaxRate> rates = List.of(rate("FR", "20", "2014-01-01"), rate("MC", "5.5", "2026-01-01"));
        assertThat(TaxRules.decide("DE", "MC", null, rates, LocalDate.parse("2025-12-31"))
                        .rate())
                .isEqualTo("20.000");
        assertThat(TaxRules.decide("DE", "MC", null, rates, LocalDate.parse("2026-01-01"))
                        .rate())
                .isEqualTo("5.500");
    }

    @Test
    void without_a_rate_and_without_a_reason_there_is_nothing_to_say() {
        assertThat(TaxRules.decide("DE", "IT", null, RATES, LocalDate.parse("2026-05-01")))
                .isEqualTo(TaxDecision.NONE);
        assertThat(TaxDecision.NONE.isNone()).isTrue();
        assertThat(TaxDecision.without(TaxReason.EXPORT).isNone()).isFalse();
    }

    @Test
    void a_decision_has_one_form() {
        assertThat(new TaxDecision(new BigDecimal("19"), null))
                .isEqualTo(new TaxDecision(new BigDecimal("19.00"), null));
        assertThatThrownBy(() -> new TaxDecision(BigDecimal.TEN, TaxReason.EXPORT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reasons_have_the_words_of_the_contract() {
        assertThat(TaxReason.values()).extracting(TaxReason::word).containsExactly("reverse-charge", "export");
    }

    private static TaxRate rate(String country, String percent, String from) {
        return new TaxRate(country, new BigDecimal(percent), LocalDate.parse(from));
    }
}
