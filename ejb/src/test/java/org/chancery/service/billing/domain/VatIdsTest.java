package org.chancery.service.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatIdsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "AT, ATU10223006", "BE, BE0428759497", "BG, BG175074752", "CY, CY10259033P", "CZ, CZ25123891",
        "DE, DE129273398", "DK, DK13585628", "EE, EE100931558", "ES, ESB58378431", "FI, FI20774740",
        "FR, FR40303265045", "GR, EL094259216", "HR, HR33392005961", "HU, HU12892312", "IE, IE6433435F",
        "IT, IT00743110157", "LT, LT119511515", "LU, LU15027442", "LV, LV40003521600", "MT, MT11679112",
        "NL, NL004495445B01", "PL, PL5260001246", "PT, PT501964843", "RO, RO18547290", "SE, SE556188840401",
        "SI, SI50223054", "SK, SK2022749619", "MC, FR53000004605",
    })
    void every_member_state_has_its_form(String country, String id) {
        assertThat(VatIds.isValidForm(country, id)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NL, NL000099998B57", // a sole trader's, another check digit
        "IE, IE6433435OA", // nine characters since 2013
        "ES, ESX1234567L", // a person from abroad
        "FR, fr 40 303 265 045",
        "BE, BE 0428.759.497",
        "AT, ATU-1022/3006",
    })
    void forms_and_spellings_vary(String country, String id) {
        assertThat(VatIds.isValidForm(country, id)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DE, DE129273399", // the check digit
        "DE, DE12927339",
        "DE, DE1292733980",
        "DE, DE",
        "DE, 129273398",
        "DE, 143/820/91234", // a tax number that is no VAT id
        "DE, ATU10223006",
        "AT, DE129273398",
        "GR, GR094259216", // Greece says EL
        "GR, EL094259217",
        "MC, MC53000004605",
        "GB, GB110305878", // outside
        "GB, XI110305878", // Northern Ireland is inside for goods only
        "US, US123456789",
        "CH, CHE107787577",
        "LI, LI12345",
    })
    void other_numbers_are_none(String country, String id) {
        assertThat(VatIds.isValidForm(country, id)).isFalse();
    }

    @Test
    void nothing_typed_is_none() {
        assertThat(VatIds.isValidForm("DE", null)).isFalse();
        assertThat(VatIds.isValidForm("DE", "")).isFalse();
        assertThat(VatIds.isValidForm("DE", " ")).isFalse();
    }
}
