package org.chancery.model.coupon;

import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon gives and to whom. Never changed: a mistake is retired, and a new coupon takes the code.
 *
 * @param code upper case
 * @param percent in basis points, or null when it takes an amount off
 * @param amount what it takes off each period, or null when it takes a percentage off
 * @param periods for how many billed periods, or null for ever
 */
public record CouponTerms(
        String code,
        @Nullable Integer percent,
        @Nullable Money amount,
        @Nullable Integer periods,
        CouponLimits limits) {}
