package org.chancery.service.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.TaxRate;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.account.SettingsDraft;
import org.chancery.service.account.SettingsDraft.SellerDraft;
import org.chancery.service.account.SettingsDraft.TaxRateDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-01");
    private static final String PNG =
            "data:image/png;base64," + base64(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0);

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "iban      | DE89370400440532013000        | ok",
                "iban      | de89 3704 0044 0532 0130 00   | ok",
                "iban      | GB29NWBK60161331926819        | ok",
                "iban      | DE88370400440532013000        | seller.iban",
                "iban      | DE8937040044053201300         | seller.iban",
                "iban      | XX89370400440532013000        | seller.iban",
                "iban      | hello                         | seller.iban",
                "bic       | COBADEFFXXX                   | ok",
                "bic       | COBADEFF                      | ok",
                "bic       | COBADE                        | seller.bic",
                "bic       | COBAXXFF                      | seller.bic",
                "country   | DE                            | ok",
                "country   | Germany                       | seller.country",
                "email     | billing@example.com           | ok",
                "email     | billing                       | seller.email",
                "termsUrl  | https://example.com/terms?a=b | ok",
                "termsUrl  | javascript:alert(1)           | seller.termsUrl",
                "termsUrl  | //example.com                 | seller.termsUrl",
                "termsUrl  | https://a@example.com         | seller.termsUrl",
                "logo      | https://example.com/logo.png  | seller.logo",
                "logo      | data:image/svg+xml;base64,PHN2Zz4= | seller.logo",
                "logo      | data:image/png;base64,PHN2Zz4=     | seller.logo",
                "logo      | data:image/png;base64,%%%          | seller.logo"
            })
    void the_seller_is_checked_field_by_field(String field, String typed, String fault) {
        assertThat(faultsOf(draft(seller(field, typed), null)))
                .isEqualTo(fault.equals("ok") ? List.of() : List.of(fault));
    }

    @Test
    void a_logo_is_an_image_by_its_bytes() {
        assertThat(faultsOf(draft(seller("logo", PNG), null))).isEmpty();
        String large = "data:image/png;base64," + "A".repeat(400_000);
        assertThat(faultsOf(draft(seller("logo", large), null))).containsExactly("seller.logo");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "DE, 19, ok",
        "DE, 0, ok",
        "DE, 100, ok",
        "CH, 8.1, ok",
        "CA, 9.975, ok",
        "DE, 100.001, taxRates[0].rate",
        "DE, -1, taxRates[0].rate",
        "DE, 19.0001, taxRates[0].rate",
        "DE, 1E+999999, taxRates[0].rate",
        "DE, , taxRates[0].rate",
        "XX, 19, taxRates[0].country"
    })
    void rates_are_checked(String country, @Nullable BigDecimal rate, String fault) {
        List<String> faults = faultsOf(draft(null, List.of(new TaxRateDraft(country, rate, DAY))));
        assertThat(faults).isEqualTo(fault.equals("ok") ? List.of() : List.of(fault));
    }

    @Test
    void a_country_has_one_rate_from_a_day_on() {
        TaxRateDraft rate = new TaxRateDraft("DE", BigDecimal.TEN, DAY);
        assertThat(faultsOf(draft(null, List.of(rate, rate)))).containsExactly("taxRates[1]");
    }

    @ParameterizedTest(name = "prefix {0}, {1} days, {2} s: {3}")
    @CsvSource({
        "INV-, 14, 3600, ok",
        "2026/RE_, 1, 0, ok",
        "'', 14, 0, invoicePrefix",
        "-A, 14, 0, invoicePrefix",
        "'A B', 14, 0, invoicePrefix",
        "ABCDEFGHIJKLMNOPQ, 14, 0, invoicePrefix",
        "A, 0, 0, wireDays",
        "A, 91, 0, wireDays",
        "A, 14, -1, settlementDelay",
        "A, 14, 9223372036854775807, settlementDelay"
    })
    void numbers_and_words_have_bounds(String prefix, int days, long delay, String fault) {
        SettingsDraft draft = new SettingsDraft(null, null, prefix, days, null, delay);
        assertThat(faultsOf(draft)).isEqualTo(fault.equals("ok") ? List.of() : List.of(fault));
    }

    @Test
    void what_is_left_out_stays_and_a_seller_is_replaced_as_a_whole() {
        SettingsValues present = new SettingsValues(
                new Seller("Old", "Weg 1", "DE", null, "DE89370400440532013000", null, null, null, null),
                List.of(new TaxRate("DE", BigDecimal.TEN, DAY)),
                "RE-",
                30,
                false,
                Duration.ofMinutes(5));
        assertThat(SettingsCheck.merge(new SettingsDraft(null, null, null, null, null, null), present))
                .isEqualTo(present);
        SettingsValues changed = SettingsCheck.merge(draft(seller("country", "AT"), List.of()), present);
        assertThat(changed.seller().iban()).isNull();
        assertThat(changed.seller().country()).isEqualTo("AT");
        assertThat(changed.taxRates()).isEmpty();
        assertThat(changed.invoicePrefix()).isEqualTo("RE-");
    }

    @Test
    void all_faults_are_told_together() {
        SettingsDraft draft = new SettingsDraft(seller("iban", "x"), null, "", 0, null, -1L);
        assertThat(faultsOf(draft)).containsExactly("seller.iban", "invoicePrefix", "wireDays", "settlementDelay");
        assertThatThrownBy(() -> SettingsCheck.merge(draft, SettingsValues.INITIAL))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequestException.class))
                .extracting(e -> e.errors().size())
                .isEqualTo(4);
    }

    private static List<String> faultsOf(SettingsDraft draft) {
        try {
            SettingsCheck.merge(draft, SettingsValues.INITIAL);
            return List.of();
        } catch (InvalidRequestException e) {
            return e.errors().stream().map(FieldError::field).toList();
        }
    }

    private static SettingsDraft draft(@Nullable SellerDraft seller, @Nullable List<@Nullable TaxRateDraft> rates) {
        return new SettingsDraft(seller, rates, null, null, null, null);
    }

    private static SellerDraft seller(String field, String typed) {
        return new SellerDraft(
                "Acme",
                null,
                field.equals("country") ? typed : null,
                null,
                field.equals("iban") ? typed : null,
                field.equals("bic") ? typed : null,
                field.equals("email") ? typed : null,
                field.equals("logo") ? typed : null,
                field.equals("termsUrl") ? typed : null);
    }

    private static String base64(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return Base64.getEncoder().encodeToString(all);
    }
}
