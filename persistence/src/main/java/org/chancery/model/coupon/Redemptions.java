package org.chancery.model.coupon;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All redemptions of coupons. */
public interface Redemptions {

    void add(CouponRedemption redemption);

    /** The redemption with its row locked until the transaction ends. */
    Optional<CouponRedemption> findLocked(UUID id);

    /** @throws NotFoundException when there is none */
    default CouponRedemption requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("redemption", id));
    }

    /** True when the account has redeemed the coupon and not given it back. */
    boolean isRedeemedBy(UUID couponId, UUID accountId);

    /**
     * A page of one coupon's redemptions, the newest first.
     *
     * @param after the last id of the page before, or null for the first page
     */
    List<RedemptionOfCompany> page(UUID couponId, @Nullable UUID after, int limit);
}
