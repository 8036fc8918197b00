package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;

/** Orders whatever was quoted: what is paid by the period becomes a subscription, what is paid once a perpetual license. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PurchaseCheckoutService {

    private final QuoteService quotes;
    private final CheckoutService subscriptions;
    private final PerpetualCheckoutService perpetuals;

    @Inject
    public PurchaseCheckoutService(
            QuoteService quotes, CheckoutService subscriptions, PerpetualCheckoutService perpetuals) {
        this.quotes = quotes;
        this.subscriptions = subscriptions;
        this.perpetuals = perpetuals;
    }

    @SuppressWarnings("NullAway")
    public PurchaseCheckoutService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts, and pays it as {@link CheckoutService#buyQuoted} does.
     *
     * @throws NotFoundException when there is no such quote, or it is another's
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Unaudited("every step is audited by itself")
    public PlacedOrder buyQuoted(UUID quoteId, Collection collection) {
        if (quotes.periodOf(quoteId) == BillingPeriod.ONCE) {
            PerpetualOrderView order = perpetuals.buyQuoted(quoteId, collection);
            return new PlacedOrder(order.perpetual().id(), Objects.requireNonNull(order.licenseSecret()));
        }
        OrderView order = subscriptions.buyQuoted(quoteId, collection);
        return new PlacedOrder(order.subscription().id(), order.licenseSecret());
    }
}
