package org.chancery.service.notification.port;

import java.util.UUID;
import org.chancery.model.notification.Mail;

/** Carries one mail to its recipient. Called with no transaction open, since it may take its time. */
public interface Mailer {

    /** False while there is nothing to send with: then mail waits, untouched. */
    boolean isReady();

    /**
     * @param id stays the same when the mail is sent again, so that a second copy can be recognised
     * @throws MailFailedException when it was not taken
     */
    void send(UUID id, Mail mail) throws MailFailedException;
}
