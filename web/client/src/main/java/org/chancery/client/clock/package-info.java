/** The time that leases are measured by, whatever the machine's clock says. */
@NullMarked
package org.chancery.client.clock;

import org.jspecify.annotations.NullMarked;
