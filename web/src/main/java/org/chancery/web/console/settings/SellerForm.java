package org.chancery.web.console.settings;

import org.chancery.model.account.Seller;
import org.chancery.service.account.SettingsDraft;
import org.jspecify.annotations.Nullable;

/** The seller as it stands in the form. */
public class SellerForm {

    private @Nullable String name;
    private @Nullable String address;
    private @Nullable String country;
    private @Nullable String taxId;
    private @Nullable String iban;
    private @Nullable String bic;
    private @Nullable String email;
    private @Nullable String termsUrl;

    static SellerForm of(Seller seller) {
        SellerForm form = new SellerForm();
        form.name = seller.name();
        form.address = seller.address();
        form.country = seller.country();
        form.taxId = seller.taxId();
        form.iban = seller.iban();
        form.bic = seller.bic();
        form.email = seller.email();
        form.termsUrl = seller.termsUrl();
        return form;
    }

    SettingsDraft.SellerDraft toDraft(@Nullable String logo) {
        return new SettingsDraft.SellerDraft(name, address, country, taxId, iban, bic, email, logo, termsUrl);
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
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

    public @Nullable String getIban() {
        return iban;
    }

    public void setIban(@Nullable String iban) {
        this.iban = iban;
    }

    public @Nullable String getBic() {
        return bic;
    }

    public void setBic(@Nullable String bic) {
        this.bic = bic;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getTermsUrl() {
        return termsUrl;
    }

    public void setTermsUrl(@Nullable String termsUrl) {
        this.termsUrl = termsUrl;
    }
}
