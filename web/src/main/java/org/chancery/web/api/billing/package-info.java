/** REST calls of invoices, the payments on them, and account credit. */
@NullMarked
package org.chancery.web.api.billing;

import org.jspecify.annotations.NullMarked;
