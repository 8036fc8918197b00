package org.chancery.model.coupon;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.Currency;
import java.util.UUID;

/**
 * What one partner sold in one month and currency, in minor units.
 *
 * @param month in UTC
 * @param sales how many invoices and credit notes
 * @param netSales before tax, less discounts
 */
public record PartnerSales(
        UUID partner, String name, YearMonth month, Currency currency, long sales, long netSales, long discounts)
        implements Serializable {

    /** From a row of the database. @param month such as {@code 2026-11} */
    PartnerSales(
            UUID partner, String name, String month, Currency currency, long sales, long netSales, long discounts) {
        this(partner, name, YearMonth.parse(month), currency, sales, netSales, discounts);
    }
}
