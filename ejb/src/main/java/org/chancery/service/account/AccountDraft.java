package org.chancery.service.account;

import org.chancery.model.account.AccountDetails;
import org.jspecify.annotations.Nullable;

/**
 * An account's details as somebody typed them, nothing checked yet. In a change, null means as it was and an empty text
 * clears what may be empty.
 */
public record AccountDraft(
        @Nullable String company,
        @Nullable String email,
        @Nullable String currency,
        @Nullable String country,
        @Nullable String timeZone,
        @Nullable String taxId,
        @Nullable String address) {

    AccountDetails asNew() {
        return AccountDetails.of(company, email, currency, country, timeZone, taxId, address);
    }

    AccountDetails over(AccountDetails present) {
        return AccountDetails.of(
                or(company, present.company()),
                or(email, present.email()),
                or(currency, present.currency().getCurrencyCode()),
                or(country, present.country()),
                or(timeZone, present.timeZone()),
                taxId == null ? present.taxId() : taxId,
                or(address, present.address()));
    }

    private static String or(@Nullable String typed, String present) {
        return typed == null ? present : typed;
    }
}
