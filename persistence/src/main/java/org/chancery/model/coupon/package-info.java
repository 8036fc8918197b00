/** Coupons, what they take off, who redeemed them, and the partners they belong to. */
@NullMarked
package org.chancery.model.coupon;

import org.jspecify.annotations.NullMarked;
