/** REST calls of quotes and orders. */
@NullMarked
package org.chancery.web.api.checkout;

import org.jspecify.annotations.NullMarked;
