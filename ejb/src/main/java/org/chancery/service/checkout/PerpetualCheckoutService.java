package org.chancery.service.checkout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.Collection;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.PaymentView;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders perpetual licenses and pays them, in steps that can be repeated, as {@link CheckoutService} does. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.BILLING})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PerpetualCheckoutService {

    private static final Logger LOG = LoggerFactory.getLogger(PerpetualCheckoutService.class);

    private final PerpetualOrderService orders;
    private final PaymentService payments;
    private final InvoiceService invoices;
    private final PerpetualService perpetuals;

    @Inject
    public PerpetualCheckoutService(
            PerpetualOrderService orders,
            PaymentService payments,
            InvoiceService invoices,
            PerpetualService perpetuals) {
        this.orders = orders;
        this.payments = payments;
        this.invoices = invoices;
        this.perpetuals = perpetuals;
    }

    @SuppressWarnings("NullAway")
    public PerpetualCheckoutService() { // the EJB proxy needs it
        this(null, null, null, null);
    }

    /**
     * Orders a choice at today's prices and, unless it is paid by transfer, charges it. A declined card is no refusal: the
     * order stays incomplete, and another card may pay it within a day.
     *
     * @throws InvalidRequestException naming what is unknown
     * @throws DomainException when it is not for sale, can't be paid this way, or the account is another's or incomplete
     */
    @Unaudited("every step is audited by itself")
    public PerpetualOrderView buy(Choice choice, Collection collection) {
        return collect(orders.place(choice, collection));
    }

    /**
     * Orders what was quoted, for exactly the quoted amounts, and pays it like {@link #buy}.
     *
     * @throws DomainException when the quote is over, was used, or no longer comes to the same amounts
     */
    @Unaudited("every step is audited by itself")
    public PerpetualOrderView buyQuoted(UUID quoteId, Collection collection) {
        return collect(orders.placeQuoted(quoteId, collection));
    }

    /**
     * Orders a further year of updates and pays it like {@link #buy}.
     *
     * @param told what the buyer was told to be due, in minor units, or null for whatever it is
     * @throws NotFoundException when there is no such perpetual license, or it is another's
     * @throws DomainException when no further year can be ordered, or another amount is due by now
     */
    @Unaudited("every step is audited by itself")
    public PerpetualOrderView renewUpdates(UUID perpetualId, Collection collection, @Nullable Long told) {
        return collect(orders.renewUpdates(perpetualId, collection, told));
    }

    private PerpetualOrderView collect(PerpetualOrderView order) {
        PaymentView attempt = order.payment();
        if (attempt == null) {
            return order;
        }
        try {
            PaymentView payment = payments.record(attempt.id(), payments.collect(attempt.id()));
            return new PerpetualOrderView(
                    perpetuals.get(order.perpetual().id()),
                    order.licenseSecret(),
                    invoices.get(order.invoice().id()),
                    payment);
        } catch (RuntimeException e) {
            // The order stands, and its secret is shown only now; what became of the payment will be asked for.
            LOG.error("payment.unrecorded payment={}", attempt.id(), e);
            return order;
        }
    }
}
