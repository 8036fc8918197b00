package org.chancery.model.coupon;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sold with coupons. Offers no way to change or remove a sale. */
public interface CouponSales {

    void append(CouponSale sale);

    /** True when this invoice or credit note was counted before. */
    boolean isRecorded(UUID invoiceId);

    /** What was sold with one coupon, a row for each currency. */
    List<CouponTurnover> ofCoupon(UUID couponId);

    /**
     * The sales of partners by month and currency, the newest month first, then by name.
     *
     * @param partnerId whose, or null for all
     * @param from the first month, included
     * @param to the last month, included
     */
    List<PartnerSales> ofPartners(@Nullable UUID partnerId, YearMonth from, YearMonth to);
}
