package org.chancery.model.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the vendor has settled for all business.
 *
 * @param taxRates in the order of country and day
 * @param invoicePrefix what every invoice number starts with
 * @param wireDays days until an invoice paid by wire is due
 * @param selfRegistration whether an unknown address that proves its code gets an account
 * @param settlementDelay how long credit from cancelling or downgrading stays pending
 */
public record SettingsValues(
        Seller seller,
        List<TaxRate> taxRates,
        String invoicePrefix,
        int wireDays,
        boolean selfRegistration,
        Duration settlementDelay) {

    /** What a fresh server starts with. */
    public static final SettingsValues INITIAL =
            new SettingsValues(Seller.NOBODY, List.of(), "INV-", 14, true, Duration.ofHours(1));

    public SettingsValues {
        taxRates = taxRates.stream()
                .sorted(Comparator.comparing(TaxRate::country).thenComparing(TaxRate::from))
                .toList();
    }

    /** The same values with other rates. */
    public SettingsValues withTaxRates(List<TaxRate> rates) {
        return new SettingsValues(seller, rates, invoicePrefix, wireDays, selfRegistration, settlementDelay);
    }

    /** The percentage of a country on a day; empty when none was set by then. */
    public Optional<BigDecimal> rateOf(String country, LocalDate day) {
        return TaxRate.inForce(taxRates, country, day);
    }
}
