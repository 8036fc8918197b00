package org.chancery.web.portal.billing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Whom invoices are addressed to. Everybody of the account reads it, owners change it. */
@Named
@RequestScoped
public class BillingDetailsBacking {

    @Inject
    private AccountService accounts;

    @Inject
    private Caller caller;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable String company;
    private @Nullable String address;
    private @Nullable String country;
    private @Nullable String taxId;

    @PostConstruct
    void read() {
        AccountView account = getAccount();
        company = account.company();
        address = account.address();
        country = account.country();
        taxId = account.taxId();
    }

    public void save() throws IOException {
        accounts.change(
                own(), new AccountDraft(company, null, null, country, null, taxId == null ? "" : taxId, address));
        messages.afterRedirect("billingDetails.done");
        Redirects.to(faces, "/billing/details");
    }

    public AccountView getAccount() {
        return accounts.view(own());
    }

    private UUID own() {
        return caller.accountId().orElseThrow();
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getTaxId() {
        return taxId;
    }

    public void setTaxId(@Nullable String taxId) {
        this.taxId = taxId;
    }
}
