/** The one place that knows subscription, billing, credit and licensing: quotes, orders, settlement. */
@NullMarked
package org.chancery.service.checkout;

import org.jspecify.annotations.NullMarked;
