package org.chancery.web.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Locale;
import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.account.SettingsService;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Opens an account for a customer who was won elsewhere. */
@Named
@RequestScoped
public class NewAccountBacking {

    @Inject
    private AccountService accounts;

    @Inject
    private SettingsService settings;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable String company;
    private @Nullable String email;
    private @Nullable String currency;
    private @Nullable String country;
    private @Nullable String timeZone;
    private @Nullable String taxId;
    private @Nullable String address;

    /** Most customers are at home where the vendor is. */
    public void arrive() {
        currency = "EUR";
        country = settings.current().seller().country();
        timeZone = "UTC";
    }

    public void create() throws IOException {
        String code = currency == null ? null : currency.strip().toUpperCase(Locale.ROOT);
        AccountView account =
                accounts.create(new AccountDraft(company, email, code, country, timeZone, taxId, address));
        messages.afterRedirect("console.accountNew.done", account.company(), account.email());
        Redirects.to(faces, "/console/accounts/" + account.id());
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getCountry() {
        return country;
    }

    public void setCountry(@Nullable String country) {
        this.country = country;
    }

    public @Nullable String getTimeZone() {
        return timeZone;
    }

    public void setTimeZone(@Nullable String timeZone) {
        this.timeZone = timeZone;
    }

    public @Nullable String getTaxId() {
        return taxId;
    }

    public void setTaxId(@Nullable String taxId) {
        this.taxId = taxId;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }
}
