package org.chancery.model.coupon;

/**
 * A redemption with the name of who redeemed.
 *
 * @param company empty while the account has not said
 */
public record RedemptionOfCompany(CouponRedemption redemption, String company) {}
