package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.Invoices;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** Shows what was bought to those it concerns, whether it is paid by the period or once. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.VIEWER, Roles.ADMIN, Roles.BILLING, Roles.SUPPORT, Roles.OPERATOR_VIEWER
})
public class PurchaseService {

    private final Subscriptions subscriptions;
    private final PerpetualLicenses perpetuals;
    private final Invoices invoices;
    private final Caller caller;

    @Inject
    public PurchaseService(
            Subscriptions subscriptions, PerpetualLicenses perpetuals, Invoices invoices, Caller caller) {
        this.subscriptions = subscriptions;
        this.perpetuals = perpetuals;
        this.invoices = invoices;
        this.caller = caller;
    }

    @SuppressWarnings("NullAway")
    public PurchaseService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /** @throws NotFoundException when no subscription and no perpetual license has the id, or it is another's */
    @ReadOnly
    public PurchaseView get(UUID id) {
        Optional<Subscription> subscription = subscriptions.find(id);
        if (subscription.isPresent()) {
            caller.requireAccount(subscription.get().accountId());
            return PurchaseView.of(subscription.get(), first(invoices.ofSubscription(id, 1)));
        }
        PerpetualLicense perpetual = perpetuals.require(id);
        caller.requireAccount(perpetual.accountId());
        return PurchaseView.of(perpetual, first(invoices.ofPerpetual(id, 1)));
    }

    /**
     * What a license was bought with; empty for one that was given without money.
     *
     * @throws NotFoundException when what was bought is another's
     */
    @ReadOnly
    public Optional<PurchaseView> ofLicense(UUID licenseId) {
        return subscriptions
                .ofLicense(licenseId)
                .map(Subscription::id)
                .or(() -> perpetuals.ofLicense(licenseId).map(PerpetualLicense::id))
                .map(this::get);
    }

    private static @Nullable InvoiceView first(List<Invoice> newest) {
        return newest.isEmpty() ? null : InvoiceView.of(newest.get(0));
    }
}
