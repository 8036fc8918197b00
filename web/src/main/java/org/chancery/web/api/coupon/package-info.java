/** Coupons and partners over REST. */
@NullMarked
package org.chancery.web.api.coupon;

import org.jspecify.annotations.NullMarked;
