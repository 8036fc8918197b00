/**
 * The right that instances use: licenses with their secret, their seats and what they grant, instances with the rotation
 * of their check secrets, the keys that sign leases, and what happened to each instance. Knows nothing of money.
 */
@NullMarked
package org.chancery.model.licensing;

import org.jspecify.annotations.NullMarked;
