/** REST calls of the ways a customer pays. */
@NullMarked
package org.chancery.web.api.payment;

import org.jspecify.annotations.NullMarked;
