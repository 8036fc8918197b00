package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.billing.Invoices;
import org.chancery.model.licensing.LicenseEnd;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.service.licensing.LicenseService;

/**
 * What happens to a perpetual license whose invoice is not paid: an order ends, a further year of updates is forgotten.
 * The caller holds the lock on the account.
 */
@Dependent
class PerpetualEndings {

    private static final Duration DEBIT_PATIENCE = Duration.ofDays(1);

    private final PerpetualLicenses perpetuals;
    private final Invoices invoices;
    private final InvoiceIssuing issuing;
    private final ChargeAttempts attempts;
    private final CouponBooks coupons;
    private final LicenseService licenses;

    @Inject
    PerpetualEndings(
            PerpetualLicenses perpetuals,
            Invoices invoices,
            InvoiceIssuing issuing,
            ChargeAttempts attempts,
            CouponBooks coupons,
            LicenseService licenses) {
        this.perpetuals = perpetuals;
        this.invoices = invoices;
        this.issuing = issuing;
        this.attempts = attempts;
        this.coupons = coupons;
        this.licenses = licenses;
    }

    /** Its time to be paid is over; a debit that is on its way holds it. */
    void expire(PerpetualLicense perpetual, Instant now) {
        List<Invoice> open = invoices.openOfPerpetual(perpetual.id());
        if (open.stream().anyMatch(invoice -> attempts.isUnderWay(invoice.id()))) {
            perpetual.waitUntil(now.plus(DEBIT_PATIENCE));
            return;
        }
        open.forEach(invoice -> issuing.voidInvoice(invoice, now));
        if (perpetual.status() == PerpetualStatus.INCOMPLETE) {
            end(perpetual, now);
        } else {
            perpetual.forgetUpdates();
        }
    }

    /** An open invoice is voided by somebody: what it asked for is not wanted any more. */
    void voided(Invoice invoice, Instant now) {
        invoice.perpetualLicenseId().map(perpetuals::requireLocked).ifPresent(perpetual -> {
            if (invoice.purpose() == InvoicePurpose.FIRST && perpetual.status() == PerpetualStatus.INCOMPLETE) {
                end(perpetual, now);
            } else {
                forget(perpetual, invoice);
            }
        });
    }

    /** An open invoice is given up. An order still ends when its time is over. */
    void writtenOff(Invoice invoice) {
        invoice.perpetualLicenseId().map(perpetuals::requireLocked).ifPresent(perpetual -> forget(perpetual, invoice));
    }

    private static void forget(PerpetualLicense perpetual, Invoice invoice) {
        if (perpetual.updatesInvoiceId().filter(invoice.id()::equals).isPresent()) {
            perpetual.forgetUpdates();
        }
    }

    private void end(PerpetualLicense perpetual, Instant now) {
        perpetual.expire();
        coupons.giveBack(perpetual.discount().orElse(null), now);
        licenses.end(perpetual.licenseId(), LicenseEnd.EXPIRED);
    }
}
