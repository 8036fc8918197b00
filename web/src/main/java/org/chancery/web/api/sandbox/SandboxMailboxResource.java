package org.chancery.web.api.sandbox;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.chancery.service.notification.MailView;
import org.chancery.service.notification.MailboxService;
import org.jspecify.annotations.Nullable;

/** {@code /sandbox/mailbox}: every mail that the sandbox sent, the newest first. */
@Path("v1/sandbox/mailbox")
@Produces(APPLICATION_JSON)
@RequestScoped
public class SandboxMailboxResource {

    @Inject
    private MailboxService mailbox;

    /** The newest 100 mails. */
    public record MailboxResponse(List<MailView> data) {}

    @GET
    public MailboxResponse list(@QueryParam("to") @Nullable String to) {
        return new MailboxResponse(mailbox.list(to));
    }

    @DELETE
    public void delete(@QueryParam("to") @Nullable String to) {
        mailbox.delete(to);
    }
}
