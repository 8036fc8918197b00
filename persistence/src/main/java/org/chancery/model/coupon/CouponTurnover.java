package org.chancery.model.coupon;

import java.io.Serializable;
import java.util.Currency;

/**
 * What was sold with a coupon in one currency, in minor units.
 *
 * @param sales how many invoices and credit notes
 * @param netSales before tax, less discounts
 */
public record CouponTurnover(Currency currency, long sales, long netSales, long discounts) implements Serializable {}
