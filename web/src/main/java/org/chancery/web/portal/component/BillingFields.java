package org.chancery.web.portal.component;

import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountView;
import org.jspecify.annotations.Nullable;

/** The fields that say whom an invoice is addressed to, wherever they are asked for. */
public abstract class BillingFields {

    private @Nullable String company;
    private @Nullable String address;
    private @Nullable String country;
    private @Nullable String taxId;

    /** Shows what is known. */
    protected void read(AccountView account) {
        company = account.company();
        address = account.address();
        country = account.country();
        taxId = account.taxId();
    }

    /** What was typed; an emptied VAT number is taken off. */
    protected AccountDraft typed() {
        return new AccountDraft(company, null, null, country, null, taxId == null ? "" : taxId, address);
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
