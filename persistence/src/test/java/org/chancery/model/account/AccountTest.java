package org.chancery.model.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {

    private final Account account = new Account(new UUID(0, 1), in("EUR"), Instant.EPOCH);

    @Test
    void the_currency_may_change_until_the_first_order_fixes_it() {
        account.change(in("USD"));
        account.fixCurrency();
        account.fixCurrency();
        assertThatThrownBy(() -> account.change(in("EUR"))).isInstanceOf(DomainException.class);
        account.change(in("USD"));
        assertThat(account.currency().getCurrencyCode()).isEqualTo("USD");
    }

    @Test
    void without_a_company_nothing_can_be_ordered() {
        account.requireComplete();
        account.change(AccountDetails.of("", "ana@example.org", "EUR", "DE", null, null, null));
        assertThatThrownBy(account::requireComplete).isInstanceOf(DomainException.class);
    }

    @Test
    void all_faults_are_told_together() {
        assertThatThrownBy(() -> AccountDetails.of("A\u202eB", "ana", "XAU", "XX", "Mars/Base", "<>", "x".repeat(1001)))
                .isInstanceOf(InvalidRequestException.class)
                .extracting(e -> ((InvalidRequestException) e)
                        .errors().stream().map(FieldError::field).toList())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("company", "email", "currency", "country", "timeZone", "taxId", "address");
    }

    @ParameterizedTest
    @CsvSource({"DE 123 456 789, DE123456789", "de123456789, DE123456789", "ESX1234567X, ESX1234567X", "'  ',"})
    void a_tax_number_is_kept_without_blanks(String typed, String kept) {
        assertThat(AccountDetails.of("A", "a@b.example", "EUR", "DE", null, typed, null)
                        .taxId())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "D", "DEU", "EL", ""})
    void a_country_is_two_capital_letters_that_exist(String country) {
        assertThatThrownBy(() -> AccountDetails.of("A", "a@b.example", "EUR", country, null, null, null))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static AccountDetails in(String currency) {
        return AccountDetails.of(
                "Acme GmbH", "ana@example.org", currency, "DE", "Europe/Berlin", null, "Weg 1\nBerlin");
    }
}
