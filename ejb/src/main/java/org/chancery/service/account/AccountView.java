package org.chancery.service.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.jspecify.annotations.Nullable;

/**
 * An account as pages and the management API show it.
 *
 * @param currencyFixed true once the first order has fixed the currency
 * @param complete false until the company is known
 */
public record AccountView(
        UUID id,
        String company,
        String email,
        String currency,
        boolean currencyFixed,
        String country,
        String timeZone,
        @Nullable String taxId,
        String address,
        boolean complete,
        Instant createdAt)
        implements Serializable {

    static AccountView of(Account account) {
        AccountDetails details = account.details();
        return new AccountView(
                account.id(),
                details.company(),
                details.email(),
                details.currency().getCurrencyCode(),
                account.isCurrencyFixed(),
                details.country(),
                details.timeZone(),
                details.taxId(),
                details.address(),
                account.isComplete(),
                account.createdAt());
    }
}
