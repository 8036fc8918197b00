/** Coupons, who redeemed them, what was sold with them, and the partners they belong to. Knows no invoice and no plan. */
@NullMarked
package org.chancery.model.coupon;

import org.jspecify.annotations.NullMarked;
