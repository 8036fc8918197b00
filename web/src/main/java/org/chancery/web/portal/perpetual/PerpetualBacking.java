package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.billing.InvoiceStatus;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
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
    private LicenseService licenses;

    private @Nullable UUID id;
    private @Nullable PerpetualView perpetual;
    private @Nullable LicenseView license;
    private List<InvoiceView> invoices = List.of();

    public void arrive() {
        PerpetualView found = perpetuals.get(Objects.requireNonNull(id));
        perpetual = found;
        license = licenses.view(found.license());
        invoices = invoiceService.ofPerpetual(found.id());
    }

    /** True when a further year of updates can be ordered. */
    public boolean isRenewable() {
        return getPerpetual().isActive() && getPerpetual().updatesInvoice() == null;
    }

    /** Open invoices: what has to be paid. */
    public List<InvoiceView> getOpenInvoices() {
        return invoices.stream()
                .filter(invoice -> invoice.status() == InvoiceStatus.OPEN)
                .toList();
    }

    public PerpetualView getPerpetual() {
        return Objects.requireNonNull(perpetual);
    }

    public @Nullable LicenseView getLicense() {
        return license;
    }

    public List<InvoiceView> getInvoices() {
        return invoices;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public void setId(@Nullable UUID id) {
        this.id = id;
    }
}
