package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.PerpetualOrderService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.web.portal.component.PathId;
import org.jspecify.annotations.Nullable;

/** One perpetual license with what hangs on it. */
@Named
@RequestScoped
public class PerpetualBacking {

    @Inject
    private PerpetualService perpetuals;

    @Inject
    private InvoiceService invoiceService;

    @Inject
    private PerpetualOrderService orders;

    @Inject
    private LicenseService licenses;

    @Inject
    private PathId pathId;

    private @Nullable PerpetualView perpetual;
    private @Nullable LicenseView license;
    private @Nullable Boolean renewable;
    private @Nullable List<InvoiceView> invoices;

    /** What does not exist is said before anything is shown. */
    public void arrive() {
        getPerpetual();
    }

    /** True when a further year of updates can be ordered. */
    public boolean isRenewable() {
        if (renewable == null) {
            renewable = orders.isUpdatesOffered(getPerpetual().id());
        }
        return renewable;
    }

    /** Open invoices: what has to be paid. */
    public List<InvoiceView> getOpenInvoices() {
        return getInvoices().stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.OPEN)
                .toList();
    }

    public PerpetualView getPerpetual() {
        if (perpetual == null) {
            perpetual = perpetuals.get(pathId.require());
        }
        return perpetual;
    }

    public LicenseView getLicense() {
        if (license == null) {
            license = licenses.view(getPerpetual().license());
        }
        return license;
    }

    public List<InvoiceView> getInvoices() {
        if (invoices == null) {
            invoices = invoiceService.ofPerpetual(getPerpetual().id());
        }
        return invoices;
    }

    public UUID getId() {
        return getPerpetual().id();
    }
}
