package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceLine;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.service.coupon.CouponDesk;
import org.jspecify.annotations.Nullable;

/** What becomes of a coupon after the order: sold with, or given back. The caller holds the lock on the account. */
@Dependent
class CouponBooks {

    private final Subscriptions subscriptions;
    private final PerpetualLicenses perpetuals;
    private final CouponDesk coupons;

    @Inject
    CouponBooks(Subscriptions subscriptions, PerpetualLicenses perpetuals, CouponDesk coupons) {
        this.subscriptions = subscriptions;
        this.perpetuals = perpetuals;
        this.coupons = coupons;
    }

    /** An invoice was paid, or a credit note issued. Does nothing where no coupon took part, nor a second time. */
    void sold(Invoice invoice, Instant now) {
        long returned = invoice.lines().stream()
                .map(InvoiceLine::draft)
                .mapToLong(draft -> draft.returnedDiscount())
                .sum();
        if (invoice.discount().isPositive() || returned > 0) {
            terms(invoice)
                    .ifPresent(terms -> coupons.recordSale(
                            terms.redemptionId(),
                            invoice.id(),
                            invoice.subtotal().subtract(invoice.discount()).minor(),
                            invoice.discount().minor() - returned,
                            invoice.currency(),
                            now));
        }
    }

    private Optional<DiscountTerms> terms(Invoice invoice) {
        return invoice.subscriptionId()
                .map(subscriptions::require)
                .flatMap(Subscription::discount)
                .or(() -> invoice.perpetualLicenseId().map(perpetuals::require).flatMap(PerpetualLicense::discount));
    }

    /** The order came to nothing. */
    void giveBack(@Nullable DiscountTerms terms, Instant now) {
        if (terms != null) {
            coupons.giveBack(terms.redemptionId(), now);
        }
    }
}
