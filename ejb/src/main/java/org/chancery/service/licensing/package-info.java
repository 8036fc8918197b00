/**
 * Use cases of licensing: granting and ending licenses, instances that activate, check and release, the entitlements
 * they receive, the keys that sign their leases. Knows nothing of money.
 */
@NullMarked
package org.chancery.service.licensing;

import org.jspecify.annotations.NullMarked;
