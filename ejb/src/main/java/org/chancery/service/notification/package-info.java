/** Mail: what is said, the outbox that it waits in, and the sandbox's mailbox. */
@NullMarked
package org.chancery.service.notification;

import org.jspecify.annotations.NullMarked;
