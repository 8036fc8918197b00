package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.money.Money;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.SeatUse;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** One subscription with all that hangs on it. */
@Named
@RequestScoped
public class SubscriptionBacking {

    private static final int INSTANCES = 10;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private InvoiceService invoiceService;

    @Inject
    private LicenseService licenses;

    @Inject
    private FleetService fleet;

    @Inject
    private Phrases phrases;

    private @Nullable UUID id;
    private @Nullable SubscriptionView subscription;
    private @Nullable LicenseView license;
    private List<InvoiceView> invoices = List.of();
    private @Nullable PageOf<FleetInstance> instances;

    public void arrive() {
        SubscriptionView found = subscriptions.get(Objects.requireNonNull(id));
        subscription = found;
        license = licenses.view(found.license());
        invoices = invoiceService.ofSubscription(found.id());
        instances = fleet.ofLicense(found.license(), null, INSTANCES);
    }

    /** "Startup, monthly" */
    public String getHeading() {
        SubscriptionView shown = subscription();
        return phrases.text("subscription.heading." + shown.period().word(), shown.planName());
    }

    /** When it renews, or what it waits for, in one sentence. */
    public String getStatusLine() {
        SubscriptionView shown = subscription();
        ServicePeriod period = shown.currentPeriod();
        if (period != null && shown.status() == SubscriptionStatus.ACTIVE) {
            return phrases.text("subscription.renews", period.end(), getPrice());
        }
        return phrases.text("subscription.about." + shown.status().word());
    }

    /** What a period costs, before tax and credit. */
    public Money getPrice() {
        return new Money(subscription().amountPerPeriod(), subscription().currency());
    }

    /** Open invoices: what has to be paid. */
    public List<InvoiceView> getOpenInvoices() {
        return invoices.stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.OPEN)
                .toList();
    }

    /** How many seats of a class are taken, in words. */
    public String seats(String seatClass) {
        SeatUse use = Objects.requireNonNull(license).seats().get(seatClass);
        return use == null ? "" : seatsInWords(phrases, use);
    }

    private static String seatsInWords(Phrases phrases, SeatUse use) {
        return use.limit() instanceof Number limit
                ? phrases.text("seats.used", use.used(), limit)
                : phrases.text("seats.unlimited", use.used());
    }

    public SubscriptionView getSubscription() {
        return subscription();
    }

    private SubscriptionView subscription() {
        return Objects.requireNonNull(subscription);
    }

    public @Nullable LicenseView getLicense() {
        return license;
    }

    public List<InvoiceView> getInvoices() {
        return invoices;
    }

    public List<FleetInstance> getInstances() {
        return Objects.requireNonNull(instances).data();
    }

    /** True when there are more instances than this page shows. */
    public boolean isMoreInstances() {
        return Objects.requireNonNull(instances).next() != null;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
