package org.chancery.service.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as somebody typed it, nothing checked yet.
 *
 * @param code in any case
 * @param percent above 0 to 100, at most two decimals; or an amount
 * @param amount minor units off each period
 * @param currency of the amount
 * @param duration {@code once}, {@code repeating} or {@code forever}
 * @param periods how many, for {@code repeating}
 * @param product null for all
 * @param plans of the product; null or empty for all
 * @param kind {@code subscription} or {@code perpetual}; null for both
 * @param expiresAt null for never
 * @param maxRedemptions null for any number
 * @param oncePerAccount null for no
 * @param partner whose sales its redemptions are; null for nobody's
 */
public record CouponDraft(
        @Nullable String code,
        @Nullable BigDecimal percent,
        @Nullable Long amount,
        @Nullable String currency,
        @Nullable String duration,
        @Nullable Integer periods,
        @Nullable String product,
        @Nullable List<@Nullable String> plans,
        @Nullable String kind,
        @Nullable Instant expiresAt,
        @Nullable Integer maxRedemptions,
        @Nullable Boolean oncePerAccount,
        @Nullable UUID partner) {}
