package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.chancery.model.account.Accounts;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.perpetual.PerpetualLicense;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.licensing.LicenseService;

/**
 * What follows from an invoice of a perpetual license being paid: it becomes active, or a further year of releases is
 * covered. Days are those of the account.
 */
@Dependent
class PerpetualSettlement {

    private final PerpetualLicenses perpetuals;
    private final Accounts accounts;
    private final LicenseService licenses;

    @Inject
    PerpetualSettlement(PerpetualLicenses perpetuals, Accounts accounts, LicenseService licenses) {
        this.perpetuals = perpetuals;
        this.accounts = accounts;
        this.licenses = licenses;
    }

    /** The caller holds the locks on the account and the invoice, which is paid. Does nothing a second time. */
    void settle(UUID perpetualId, Invoice invoice, Instant now) {
        PerpetualLicense perpetual = perpetuals.requireLocked(perpetualId);
        ZoneId zone = accounts.require(perpetual.accountId()).zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean first = invoice.purpose() == InvoicePurpose.FIRST;
        if (first && perpetual.status() == PerpetualStatus.INCOMPLETE) {
            perpetual.activate(now, today);
            cover(perpetual);
            licenses.activate(perpetual.licenseId());
            invoice.serve(new ServicePeriod(now, endOf(perpetual, zone)));
        } else if (perpetual.updatesInvoiceId().filter(invoice.id()::equals).isPresent()) {
            Instant from = perpetual.renewedFrom(today).atStartOfDay(zone).toInstant();
            perpetual.extendUpdates(today);
            cover(perpetual);
            invoice.serve(new ServicePeriod(from, endOf(perpetual, zone)));
        }
    }

    private void cover(PerpetualLicense perpetual) {
        licenses.coverUntil(perpetual.licenseId(), perpetual.updatesUntil().orElseThrow());
    }

    private static Instant endOf(PerpetualLicense perpetual, ZoneId zone) {
        return perpetual
                .updatesUntil()
                .orElseThrow()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }
}
