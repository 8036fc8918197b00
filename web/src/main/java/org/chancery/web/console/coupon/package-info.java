/** Coupons in the console: listed, made, watched, retired. */
@NullMarked
package org.chancery.web.console.coupon;

import org.jspecify.annotations.NullMarked;
