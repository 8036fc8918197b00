package org.chancery.web.api.coupon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.chancery.service.coupon.CouponDraft;
import org.jspecify.annotations.Nullable;

/** A new coupon as a caller writes it; the service says what is missing or wrong. */
public record CouponBody(
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
        @Nullable UUID partner) {

    CouponDraft toDraft() {
        return new CouponDraft(
                code,
                percent,
                amount,
                currency,
                duration,
                periods,
                product,
                plans,
                kind,
                expiresAt,
                maxRedemptions,
                oncePerAccount,
                partner);
    }
}
