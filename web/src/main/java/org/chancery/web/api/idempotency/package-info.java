/** Gives every POST of the API the meaning of its Idempotency-Key. */
@NullMarked
package org.chancery.web.api.idempotency;

import org.jspecify.annotations.NullMarked;
