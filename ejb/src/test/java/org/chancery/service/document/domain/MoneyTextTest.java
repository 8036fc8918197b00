package org.chancery.service.document.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest(name = "{1} {2} in {0} is {3}")
    @CsvSource({
        "en,    118800,              EUR, '€1,188.00',   '1,188.00'",
        "en-US, 118800,              USD, '$1,188.00',   '1,188.00'",
        "en-GB, 118800,              USD, 'US$1,188.00', '1,188.00'",
        "de,    118800,              EUR, '1.188,00 €',  '1.188,00'",
        "de-CH, 118800,              CHF, 'CHF 1’188.00', '1’188.00'",
        "en,    -1,                  EUR, '−€0.01',      '−0.01'",
        "de,    -5000,               EUR, '−50,00 €',    '−50,00'",
        "en,    0,                   EUR, '€0.00',       '0.00'",
        "en,    1188,                JPY, '¥1,188',      '1,188'",
        "en,    1188000,             KWD, 'KWD1,188.000', '1,188.000'",
        "en,    9223372036854775807, EUR, '€92,233,720,368,547,758.07', '92,233,720,368,547,758.07'"
    })
    void amounts_look_as_readers_expect(String language, long minor, String currency, String amount, String number) {
        MoneyText money = new MoneyText(Locale.forLanguageTag(language), Currency.getInstance(currency));
        assertThat(money.amount(minor).replaceAll("\\h", " ").replace("KWD ", "KWD"))
                .isEqualTo(amount);
        assertThat(money.number(minor).replaceAll("\\h", " ")).isEqualTo(number);
    }
}
