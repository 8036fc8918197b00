/** What exists only between choosing and buying: quotes. */
@NullMarked
package org.chancery.model.checkout;

import org.jspecify.annotations.NullMarked;
