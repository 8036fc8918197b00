/** Timers of licensing. They only wake up; rows decide. */
@NullMarked
package org.chancery.service.licensing.job;

import org.jspecify.annotations.NullMarked;
