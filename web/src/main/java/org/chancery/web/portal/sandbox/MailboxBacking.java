package org.chancery.web.portal.sandbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chancery.service.notification.MailView;
import org.chancery.service.notification.MailboxService;
import org.jspecify.annotations.Nullable;

/** The mails that the sandbox would have sent. */
@Named
@RequestScoped
public class MailboxBacking {

    @Inject
    private MailboxService mailbox;

    private @Nullable String to;
    private @Nullable List<MailView> mails;

    /** The newest first; asked once a request. */
    public List<MailView> getMails() {
        if (mails == null) {
            mails = mailbox.list(to);
        }
        return mails;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
