package org.chancery.service.account;

import java.time.Duration;
import java.util.List;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.notification.EmailAddress;
import org.chancery.service.sandbox.SandboxAddresses;

/**
 * What a fresh sandbox starts with: a German seller, one customer, one operator. No tax rates, so that amounts are those of
 * the catalog until somebody sets some.
 */
final class SandboxData {

    static final EmailAddress OPERATOR = new EmailAddress(SandboxAddresses.OPERATOR);
    static final EmailAddress CUSTOMER = new EmailAddress(SandboxAddresses.CUSTOMER);
    static final String TOKEN_NAME = "sandbox";

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
        return new SettingsValues(seller, List.of(), "INV-", 14, true, Duration.ofHours(1));
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
}
