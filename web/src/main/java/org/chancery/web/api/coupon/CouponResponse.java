package org.chancery.web.api.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.service.coupon.CouponView;
import org.jspecify.annotations.Nullable;

/** A coupon on the wire; the amount in minor units. */
public record CouponResponse(
        UUID id,
        String code,
        String status,
        @Nullable BigDecimal percent,
        @Nullable Long amount,
        @Nullable String currency,
        String duration,
        @Nullable Integer periods,
        @Nullable String product,
        List<String> plans,
        @Nullable String kind,
        @Nullable Instant expiresAt,
        @Nullable Integer maxRedemptions,
        boolean oncePerAccount,
        int redeemed,
        @Nullable UUID partner,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    static CouponResponse of(CouponView view) {
        Money amount = view.amount();
        Integer periods = view.periods();
        return new CouponResponse(
                view.id(),
                view.code(),
                view.status().word(),
                view.percent(),
                amount == null ? null : amount.minor(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                durationOf(periods),
                periods == null || periods == 1 ? null : periods,
                view.product(),
                view.plans(),
                view.kind(),
                view.expiresAt(),
                view.maxRedemptions(),
                view.oncePerAccount(),
                view.redeemed(),
                view.partner(),
                view.createdAt(),
                view.retiredAt());
    }

    private static String durationOf(@Nullable Integer periods) {
        if (periods == null) {
            return "forever";
        }
        return periods == 1 ? "once" : "repeating";
    }
}
