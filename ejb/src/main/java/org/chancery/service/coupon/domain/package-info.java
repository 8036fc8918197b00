/** Arithmetic and checks of coupons: no container, no clock, no database. */
@NullMarked
package org.chancery.service.coupon.domain;

import org.jspecify.annotations.NullMarked;
