package org.chancery.service.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.TaxRate;
import org.chancery.model.notification.EmailAddress;
import org.chancery.service.sandbox.SandboxAddresses;

/** What a fresh sandbox starts with: a German seller, the European Union's standard rates, one customer, one operator. */
final class SandboxData {

    static final EmailAddress OPERATOR = new EmailAddress(SandboxAddresses.OPERATOR);
    static final EmailAddress CUSTOMER = new EmailAddress(SandboxAddresses.CUSTOMER);
    static final String TOKEN_NAME = "sandbox";

    // Country, percent, since. A second row of a country replaces the first from its day on.
    private static final List<String> STANDARD_RATES = List.of(
            "AT 20 2021-01-01",
            "BE 21 2021-01-01",
            "BG 20 2021-01-01",
            "CY 19 2021-01-01",
            "CZ 21 2021-01-01",
            "DE 19 2021-01-01",
            "DK 25 2021-01-01",
            "EE 22 2024-01-01",
            "EE 24 2025-07-01",
            "ES 21 2021-01-01",
            "FI 24 2021-01-01",
            "FI 25.5 2024-09-01",
            "FR 20 2021-01-01",
            "GR 24 2021-01-01",
            "HR 25 2021-01-01",
            "HU 27 2021-01-01",
            "IE 23 2021-03-01",
            "IT 22 2021-01-01",
            "LT 21 2021-01-01",
            "LU 17 2024-01-01",
            "LV 21 2021-01-01",
            "MT 18 2021-01-01",
            "NL 21 2021-01-01",
            "PL 23 2021-01-01",
            "PT 23 2021-01-01",
            "RO 19 2021-01-01",
            "RO 21 2025-08-01",
            "SE 25 2021-01-01",
            "SI 22 2021-01-01",
            "SK 20 2021-01-01",
            "SK 23 2025-01-01");

    private SandboxData() {}

    static SettingsValues settings() {
        Seller seller = new Seller(
                "Chancery Sandbox GmbH",
                "Musterstraße 12\n10115 Berlin",
                "DE",
                "DE136695976",
                "DE89370400440532013000",
                "COBADEFFXXX",
                "billing@example.com",
                null,
                "https://example.com/terms");
        return new SettingsValues(seller, rates(), "INV-", 14, true, Duration.ofHours(1));
    }

    static AccountDetails customer() {
        return AccountDetails.of(
                "Acme Robotics GmbH",
                CUSTOMER.text(),
                "EUR",
                "DE",
                "Europe/Berlin",
                null,
                "Beispielweg 3\n80331 München");
    }

    private static List<TaxRate> rates() {
        return STANDARD_RATES.stream().map(row -> rate(row.split(" "))).toList();
    }

    private static TaxRate rate(String[] row) {
        return new TaxRate(row[0], new BigDecimal(row[1]), LocalDate.parse(row[2]));
    }
}
