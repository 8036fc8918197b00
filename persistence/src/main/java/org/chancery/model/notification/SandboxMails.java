package org.chancery.model.notification;

import java.util.List;
import java.util.Optional;

/** The sandbox's mailbox as it is stored. */
public interface SandboxMails {

    /** Keeps the mail unless one with its id is there already. */
    void addOnce(SandboxMail mail);

    /** The newest first, to one address or to anybody. */
    List<SandboxMail> latest(Optional<EmailAddress> to, int limit);

    /** @return how many went */
    int delete(Optional<EmailAddress> to);
}
