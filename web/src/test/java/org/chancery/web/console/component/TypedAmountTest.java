package org.chancery.web.console.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.chancery.model.money.Money;
import org.chancery.web.console.component.TypedAmount.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAmountTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "{0} in {1} is {2} cents")
    @CsvSource(
            delimiter = '|',
            value = {
                "99|en|9900",
                "99.5|en|9950",
                "99.50|en|9950",
                "1188.00|en|118800",
                "1,188.00|en|118800",
                "1,188|en|118800",
                "1,234,567.89|en|123456789",
                "  99.00 EUR |en|9900",
                "EUR 99.00|en|9900",
                "€99.00|en|9900",
                "0.01|en|1",
                "99.000|en|9900",
                "99,50|de|9950",
                "1.188,00|de|118800",
                "1\u202f188,00|fr|118800",
                "1 188,00|fr|118800",
                "10000000000.00|en|1000000000000",
            })
    void an_amount_is_taken_exactly(String typed, String language, long minor) {
        assertThat(TypedAmount.read(typed, EUR, Locale.forLanguageTag(language)).money())
                .isEqualTo(new Money(minor, EUR));
    }

    @ParameterizedTest(name = "{0} in {1} is refused: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "null|en|MISSING",
                "' '|en|MISSING",
                "EUR|en|MISSING",
                "ninety|en|UNREADABLE",
                "1e3|en|UNREADABLE",
                "99.00 USD|en|UNREADABLE",
                "\u0661\u0662|en|UNREADABLE",
                "99,50|en|SEPARATORS",
                "1.188,00|en|SEPARATORS",
                "1,18,8.00|en|SEPARATORS",
                "1.188.00|en|SEPARATORS",
                ".50|en|SEPARATORS",
                "99.|en|SEPARATORS",
                "99.50|de|SEPARATORS",
                "99.001|en|DECIMALS",
                "0|en|NOT_POSITIVE",
                "0.00|en|NOT_POSITIVE",
                "-5|en|NOT_POSITIVE",
                "\u22125.00|en|NOT_POSITIVE",
                "10000000000.01|en|TOO_LARGE",
                "99999999999999999999|en|TOO_LARGE",
            })
    void what_is_not_clear_is_refused_with_the_reason(@Nullable String typed, String language, Fault fault) {
        TypedAmount read = TypedAmount.read(typed, EUR, Locale.forLanguageTag(language));
        assertThat(read.money()).isNull();
        assertThat(read.fault()).isEqualTo(fault);
    }

    @Test
    void a_currency_without_decimals_takes_none() {
        Currency yen = Currency.getInstance("JPY");
        assertThat(TypedAmount.read("1,500", yen, Locale.ENGLISH).money()).isEqualTo(new Money(1500, yen));
        assertThat(TypedAmount.read("1500.50", yen, Locale.ENGLISH).fault()).isEqualTo(Fault.DECIMALS);
    }
}
