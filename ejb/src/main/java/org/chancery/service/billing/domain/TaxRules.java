package org.chancery.service.billing.domain;

import java.time.LocalDate;
import java.util.List;
import org.chancery.model.account.TaxRate;
import org.chancery.model.billing.TaxReason;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a sale is taxed. The first that applies:
 *
 * <ol>
 *   <li>A seller in the European Union and a buyer outside: none, {@code export}, whatever rates are set.
 *   <li>Both in different member states, the buyer with a VAT id of its state: none, {@code reverse-charge}.
 *   <li>Else the rate of the buyer's country on that day, which for a domestic sale is the seller's.
 *   <li>Without such a rate: none.
 * </ol>
 */
public final class TaxRules {

    private TaxRules() {}

    /**
     * @param sellerCountry two letters, or null while the seller has not said: then no border is known
     * @param buyerCountry of the billing address, two letters
     * @param buyerTaxId any tax number; only a VAT id of the buyer's country counts, see {@link VatIds}
     * @param rates all that are set, in any order
     * @param date the day that the sale is taxed on
     */
    public static TaxDecision decide(
            @Nullable String sellerCountry,
            String buyerCountry,
            @Nullable String buyerTaxId,
            List<TaxRate> rates,
            LocalDate date) {
        if (sellerCountry != null && isWithinUnion(sellerCountry)) {
            if (!VatTerritory.isInUnion(buyerCountry)) {
                return TaxDecision.without(TaxReason.EXPORT);
            }
            boolean abroad = !VatTerritory.of(sellerCountry).equals(VatTerritory.of(buyerCountry));
            if (abroad && VatIds.isValidForm(buyerCountry, buyerTaxId)) {
                return TaxDecision.without(TaxReason.REVERSE_CHARGE);
            }
        }
        return rateOf(buyerCountry, rates, date);
    }

    /** True for a country that counts as a member state of the European Union; false while it is not known. */
    public static boolean isWithinUnion(@Nullable String country) {
        return country != null && VatTerritory.isInUnion(country);
    }

    // A rate that an operator set for the country itself goes before the one of the state it is treated as.
    private static TaxDecision rateOf(String country, List<TaxRate> rates, LocalDate date) {
        return TaxRate.inForce(rates, country, date)
                .or(() -> TaxRate.inForce(rates, VatTerritory.of(country), date))
                .map(TaxDecision::at)
                .orElse(TaxDecision.NONE);
    }
}
