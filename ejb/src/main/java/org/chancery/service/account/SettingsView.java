package org.chancery.service.account;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;

/**
 * The settings as the management API shows them.
 *
 * @param settlementDelay whole seconds
 */
public record SettingsView(
        Seller seller,
        List<TaxRateView> taxRates,
        String invoicePrefix,
        int wireDays,
        boolean selfRegistration,
        long settlementDelay)
        implements Serializable {

    /** @param rate percent, without trailing zeros */
    public record TaxRateView(String country, BigDecimal rate, LocalDate from) implements Serializable {}

    static SettingsView of(SettingsValues values) {
        return new SettingsView(
                values.seller(),
                values.taxRates().stream()
                        .map(rate -> new TaxRateView(rate.country(), plain(rate.rate()), rate.from()))
                        .toList(),
                values.invoicePrefix(),
                values.wireDays(),
                values.selfRegistration(),
                values.settlementDelay().toSeconds());
    }

    // 19.000 reads 19 and 7.700 reads 7.7, while 20 must not become 2E+1.
    private static BigDecimal plain(BigDecimal rate) {
        BigDecimal stripped = rate.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
