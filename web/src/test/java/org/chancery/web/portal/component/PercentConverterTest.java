package org.chancery.web.portal.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentConverterTest {

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({"19.000, en, 19%", "25.500, en, 25.5%", "9.975, en, 9.975%", "0.000, en, 0%", "100, en, 100%"})
    void a_percentage_has_no_needless_zeros(BigDecimal percent, String locale, String shown) {
        assertThat(PercentConverter.format(percent, Locale.forLanguageTag(locale)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"25.500, '25,5\u00a0%'"})
    void it_is_written_as_the_reader_writes_it(BigDecimal percent, String shown) {
        assertThat(PercentConverter.format(percent, Locale.GERMANY)).isEqualTo(shown);
    }
}
