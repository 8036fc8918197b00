/** Jobs: timers wake every node, and a row decides which of them does the job. Operators see how each one ended. */
@NullMarked
package org.chancery.service.job;

import org.jspecify.annotations.NullMarked;
