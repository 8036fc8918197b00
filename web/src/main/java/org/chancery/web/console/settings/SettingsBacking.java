package org.chancery.web.console.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.model.account.Seller;
import org.chancery.service.account.SettingsDraft;
import org.chancery.service.account.SettingsService;
import org.chancery.service.account.SettingsView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The vendor's settings in one form. The logo and the tax rates stay as they are: they have no field here. */
@Named
@RequestScoped
public class SettingsBacking {

    @Inject
    private SettingsService settings;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable SettingsView present;
    private SellerForm seller = new SellerForm();
    private @Nullable String invoicePrefix;
    private @Nullable Integer wireDays;
    private boolean selfRegistration;

    /** Fills the form with what holds now; 403 for all but administrators. */
    public void load() {
        seller = SellerForm.of(present().seller());
        invoicePrefix = present().invoicePrefix();
        wireDays = present().wireDays();
        selfRegistration = present().selfRegistration();
    }

    public void save() throws IOException {
        settings.change(new SettingsDraft(
                seller.toDraft(present().seller().logo()), null, invoicePrefix, wireDays, selfRegistration, null));
        messages.afterRedirect("console.settings.done");
        Redirects.to(faces, "/console/settings");
    }

    private SettingsView present() {
        if (present == null) {
            present = settings.view();
        }
        return present;
    }

    /** False while the vendor can't issue invoices in production. */
    public boolean isComplete() {
        Seller held = present().seller();
        return held.canInvoice() && held.iban() != null;
    }

    public int getTaxRates() {
        return present().taxRates().size();
    }

    public SellerForm getSeller() {
        return seller;
    }

    public @Nullable String getInvoicePrefix() {
        return invoicePrefix;
    }

    public void setInvoicePrefix(@Nullable String invoicePrefix) {
        this.invoicePrefix = invoicePrefix;
    }

    public @Nullable Integer getWireDays() {
        return wireDays;
    }

    public void setWireDays(@Nullable Integer wireDays) {
        this.wireDays = wireDays;
    }

    public boolean isSelfRegistration() {
        return selfRegistration;
    }

    public void setSelfRegistration(boolean selfRegistration) {
        this.selfRegistration = selfRegistration;
    }
}
