/** Answers kept for a day under the caller's idempotency keys, so that a repeated call does nothing twice. */
@NullMarked
package org.chancery.model.idempotency;

import org.jspecify.annotations.NullMarked;
