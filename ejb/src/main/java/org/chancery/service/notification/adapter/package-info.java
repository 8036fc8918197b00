/** Carriers of mail: SMTP and the sandbox's mailbox. */
@NullMarked
package org.chancery.service.notification.adapter;

import org.jspecify.annotations.NullMarked;
