package org.chancery.web.api.account;

import org.chancery.service.account.AccountDraft;
import org.jspecify.annotations.Nullable;

/** An account as a caller writes one. In a change, what is absent stays as it is; an empty text clears it. */
public record AccountBody(
        @Nullable String company,
        @Nullable String email,
        @Nullable String currency,
        @Nullable String country,
        @Nullable String timeZone,
        @Nullable String taxId,
        @Nullable String address) {

    AccountDraft toDraft() {
        return new AccountDraft(company, email, currency, country, timeZone, taxId, address);
    }
}
