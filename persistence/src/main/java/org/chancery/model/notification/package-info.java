/** Mail on its way out (the outbox) and the sandbox's mailbox, with the address that all of it goes to. */
@NullMarked
package org.chancery.model.notification;

import org.jspecify.annotations.NullMarked;
