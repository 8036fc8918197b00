package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.chancery.model.billing.Invoices;
import org.chancery.model.perpetual.PerpetualLicenses;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.licensing.port.PaidTime;
import org.chancery.service.licensing.port.PaidTimes;

/** Tells licensing for how long a license is paid, by what sold it. */
@Dependent
class SoldTimes implements PaidTimes {

    private final Subscriptions subscriptions;
    private final PerpetualLicenses perpetuals;
    private final Invoices invoices;

    @Inject
    SoldTimes(Subscriptions subscriptions, PerpetualLicenses perpetuals, Invoices invoices) {
        this.subscriptions = subscriptions;
        this.perpetuals = perpetuals;
        this.invoices = invoices;
    }

    @Override
    public PaidTime of(UUID licenseId) {
        if (perpetuals.ofLicense(licenseId).isPresent()) {
            return PaidTime.FOR_EVER;
        }
        return subscriptions.ofLicense(licenseId).map(this::of).orElse(PaidTime.NOT_SOLD);
    }

    /** A trial counts as paid until its end; a period whose invoice is open is paid up to its start. */
    private PaidTime of(Subscription subscription) {
        return subscription
                .currentPeriod()
                .map(period -> PaidTime.until(isOwed(subscription, period) ? period.start() : period.end()))
                .orElseGet(() -> PaidTime.until(subscription.orderedAt()));
    }

    private boolean isOwed(Subscription subscription, ServicePeriod period) {
        return invoices.servingAfter(subscription.id(), period.start()).stream()
                .anyMatch(invoice -> invoice.isOpen()
                        && invoice.periodKey()
                                .filter(subscription.periodKey()::equals)
                                .isPresent());
    }
}
