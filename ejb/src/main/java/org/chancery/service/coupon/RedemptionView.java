package org.chancery.service.coupon;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.coupon.CouponRedemption;
import org.chancery.model.coupon.RedemptionOfCompany;
import org.chancery.model.coupon.RedemptionStatus;

/**
 * One use of a coupon.
 *
 * @param company of the account; empty while it has not said
 */
public record RedemptionView(
        UUID id, UUID account, String company, String product, String plan, Instant redeemedAt, RedemptionStatus status)
        implements Serializable {

    static RedemptionView of(RedemptionOfCompany found) {
        CouponRedemption redemption = found.redemption();
        return new RedemptionView(
                redemption.id(),
                redemption.accountId(),
                found.company(),
                redemption.productCode(),
                redemption.planCode(),
                redemption.redeemedAt(),
                redemption.status());
    }
}
