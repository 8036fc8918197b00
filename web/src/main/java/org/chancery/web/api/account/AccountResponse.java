package org.chancery.web.api.account;

import java.time.Instant;
import java.util.UUID;
import org.chancery.service.account.AccountView;
import org.jspecify.annotations.Nullable;

/** An account on the wire. */
public record AccountResponse(
        UUID id,
        String company,
        String email,
        String currency,
        boolean currencyFixed,
        String country,
        String timeZone,
        @Nullable String taxId,
        String address,
        Instant createdAt) {

    static AccountResponse of(AccountView view) {
        return new AccountResponse(
                view.id(),
                view.company(),
                view.email(),
                view.currency(),
                view.currencyFixed(),
                view.country(),
                view.timeZone(),
                view.taxId(),
                view.address(),
                view.createdAt());
    }
}
