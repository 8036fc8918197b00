package org.chancery.service.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings as somebody typed them, nothing checked yet. What is null at the top level stays as it is; a seller or a list
 * that is there replaces the whole.
 *
 * @param settlementDelay whole seconds
 */
public record SettingsDraft(
        @Nullable SellerDraft seller,
        @Nullable List<@Nullable TaxRateDraft> taxRates,
        @Nullable String invoicePrefix,
        @Nullable Integer wireDays,
        @Nullable Boolean selfRegistration,
        @Nullable Long settlementDelay) {

    /** The seller as typed; blank means absent. */
    public record SellerDraft(
            @Nullable String name,
            @Nullable String address,
            @Nullable String country,
            @Nullable String taxId,
            @Nullable String iban,
            @Nullable String bic,
            @Nullable String email,
            @Nullable String logo,
            @Nullable String termsUrl) {}

    /** @param rate percent */
    public record TaxRateDraft(@Nullable String country, @Nullable BigDecimal rate, @Nullable LocalDate from) {}
}
