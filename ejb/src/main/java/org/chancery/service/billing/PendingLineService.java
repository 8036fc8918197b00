package org.chancery.service.billing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.PendingLines;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;

/** Shows what waits for the next invoice. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class PendingLineService {

    private final PendingLines lines;
    private final Subscriptions subscriptions;
    private final Caller caller;

    @Inject
    public PendingLineService(PendingLines lines, Subscriptions subscriptions, Caller caller) {
        this.lines = lines;
        this.subscriptions = subscriptions;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public PendingLineService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /**
     * What waits for a subscription's next invoice, in the order in which it came.
     *
     * @throws NotFoundException when there is no such subscription, or it is another's
     */
    @ReadOnly
    public List<InvoiceView.Line> of(UUID subscriptionId) {
        UUID accountId = subscriptions
                .accountOf(subscriptionId)
                .orElseThrow(() -> new NotFoundException("subscription", subscriptionId));
        caller.requireAccount(accountId);
        return lines.of(subscriptionId).stream().map(InvoiceView.Line::of).toList();
    }
}
