package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.model.money.Money;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** One subscription with all that hangs on it. */
@Named
@RequestScoped
public class SubscriptionBacking {

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private InvoiceService invoiceService;

    @Inject
    private LicenseService licenses;

    @Inject
    private Phrases phrases;

    @Inject
    private PathId pathId;

    private @Nullable SubscriptionView subscription;
    private @Nullable LicenseView license;
    private @Nullable List<InvoiceView> invoices;

    /** What does not exist is said before anything is shown. */
    public void arrive() {
        getSubscription();
    }

    /** "Startup, monthly" */
    public String getHeading() {
        SubscriptionView shown = getSubscription();
        return phrases.text("subscription.heading." + shown.period().word(), shown.planName());
    }

    /** What a period costs, before tax and credit. */
    public Money getPrice() {
        return new Money(getSubscription().amountPerPeriod(), getSubscription().currency());
    }

    /** True while it runs and may be changed. */
    public boolean isChangeable() {
        return getSubscription().status().isChangeable();
    }

    /** True while there is something to cancel that is not canceled yet. */
    public boolean isCancelable() {
        return getSubscription().status().isCancelable();
    }

    /** Open invoices: what has to be paid. */
    public List<InvoiceView> getOpenInvoices() {
        return getInvoices().stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.OPEN)
                .toList();
    }

    public SubscriptionView getSubscription() {
        if (subscription == null) {
            subscription = subscriptions.get(pathId.require());
        }
        return subscription;
    }

    public LicenseView getLicense() {
        if (license == null) {
            license = licenses.view(getSubscription().license());
        }
        return license;
    }

    public List<InvoiceView> getInvoices() {
        if (invoices == null) {
            invoices = invoiceService.ofSubscription(getSubscription().id());
        }
        return invoices;
    }

    public UUID getId() {
        return getSubscription().id();
    }
}
