/** What operators type of a coupon under test. */
@NullMarked
package org.chancery.web.console.coupon;

import org.jspecify.annotations.NullMarked;
