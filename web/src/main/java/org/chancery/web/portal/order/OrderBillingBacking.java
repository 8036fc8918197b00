package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.jspecify.annotations.Nullable;

/** What the invoice still needs to know about the customer. Asked only while something is missing. */
@Named
@RequestScoped
public class OrderBillingBacking {

    @Inject
    private OrderJourney order;

    @Inject
    private AccountService accounts;

    private @Nullable String company;
    private @Nullable String address;
    private @Nullable String country;
    private @Nullable String taxId;

    public void arrive() throws IOException {
        if (order.enter(OrderStep.BILLING)) {
            AccountView account = order.account();
            company = account.company();
            address = account.address();
            country = account.country();
            taxId = account.taxId();
        }
    }

    public void save() throws IOException {
        accounts.change(
                order.account().id(),
                new AccountDraft(company, null, null, country, null, taxId == null ? "" : taxId, address));
        order.goTo(OrderStep.SUMMARY);
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
