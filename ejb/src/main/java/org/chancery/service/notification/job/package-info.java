/** What wakes the outbox up. Rows decide what is sent. */
@NullMarked
package org.chancery.service.notification.job;

import org.jspecify.annotations.NullMarked;
