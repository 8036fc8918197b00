/** What the outbox asks of whoever carries mail. */
@NullMarked
package org.chancery.service.notification.port;

import org.jspecify.annotations.NullMarked;
