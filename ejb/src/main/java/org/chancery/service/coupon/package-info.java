/** Coupons and partners: made by operators, redeemed and given back at the desk by whoever takes orders, reported. */
@NullMarked
package org.chancery.service.coupon;

import org.jspecify.annotations.NullMarked;
