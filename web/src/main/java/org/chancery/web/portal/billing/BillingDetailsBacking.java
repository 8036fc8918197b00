package org.chancery.web.portal.billing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.UUID;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.BillingFields;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;

/** Whom invoices are addressed to. Everybody of the account reads it, owners change it. */
@Named
@RequestScoped
public class BillingDetailsBacking extends BillingFields {

    @Inject
    private AccountService accounts;

    @Inject
    private Caller caller;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    @PostConstruct
    void show() {
        read(getAccount());
    }

    public void save() throws IOException {
        accounts.change(own(), typed());
        messages.afterRedirect("billingDetails.done");
        Redirects.to(faces, "/billing/details");
    }

    public AccountView getAccount() {
        return accounts.view(own());
    }

    private UUID own() {
        return caller.accountId().orElseThrow();
    }
}
