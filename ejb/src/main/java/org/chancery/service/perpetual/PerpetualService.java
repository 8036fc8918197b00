package org.chancery.service.perpetual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Shows perpetual licenses to those they concern. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class PerpetualService {

    private final PerpetualLicenses perpetuals;
    private final Caller caller;

    @Inject
    public PerpetualService(PerpetualLicenses perpetuals, Caller caller) {
        this.perpetuals = perpetuals;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public PerpetualService() { // the EJB proxy needs it
        this(null, null);
    }

    /** @throws NotFoundException when there is none, or it is another's */
    @ReadOnly
    public PerpetualView get(UUID id) {
        PerpetualLicense perpetual = perpetuals.require(id);
        caller.requireAccount(perpetual.accountId());
        return PerpetualView.of(perpetual);
    }

    /**
     * A page, newest first.
     *
     * @param accountId whose; null means the caller's own, or everybody's for an operator
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when the account is another's
     */
    @ReadOnly
    public PageOf<PerpetualView> list(@Nullable UUID accountId, @Nullable UUID after, int limit) {
        UUID account = accountId == null ? caller.accountId().orElse(null) : accountId;
        if (account != null) {
            caller.requireAccount(account);
        }
        return PageOf.cut(perpetuals.page(account, after, limit + 1), limit, PerpetualLicense::id, PerpetualView::of);
    }
}
