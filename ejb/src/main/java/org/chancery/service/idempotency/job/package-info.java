/** Timers of the idempotency keys. They only wake up; rows decide. */
@NullMarked
package org.chancery.service.idempotency.job;

import org.jspecify.annotations.NullMarked;
