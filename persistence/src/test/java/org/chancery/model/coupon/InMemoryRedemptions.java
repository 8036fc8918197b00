package org.chancery.model.coupon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Redemptions in memory, all by one company. */
public class InMemoryRedemptions implements Redemptions {

    private final List<CouponRedemption> redemptions = new ArrayList<>();

    public List<CouponRedemption> all() {
        return List.copyOf(redemptions);
    }

    @Override
    public void add(CouponRedemption redemption) {
        redemptions.add(redemption);
    }

    @Override
    public Optional<CouponRedemption> findLocked(UUID id) {
        return redemptions.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    @Override
    public boolean isRedeemedBy(UUID couponId, UUID accountId) {
        return redemptions.stream()
                .filter(r -> r.coupon().id().equals(couponId) && r.accountId().equals(accountId))
                .anyMatch(r -> r.status() != RedemptionStatus.RETURNED);
    }

    @Override
    public List<RedemptionOfCompany> page(UUID couponId, @Nullable UUID after, int limit) {
        return redemptions.stream()
                .filter(r -> r.coupon().id().equals(couponId))
                .filter(r -> after == null || r.id().compareTo(after) < 0)
                .sorted(Comparator.comparing(CouponRedemption::id).reversed())
                .limit(limit)
                .map(r -> new RedemptionOfCompany(r, "Acme"))
                .toList();
    }
}
