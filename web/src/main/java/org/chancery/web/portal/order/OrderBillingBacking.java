package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.chancery.service.account.AccountService;
import org.chancery.web.portal.component.BillingFields;

/** What the invoice still needs to know about the customer. Asked only while something is missing. */
@Named
@RequestScoped
public class OrderBillingBacking extends BillingFields {

    @Inject
    private OrderJourney order;

    @Inject
    private AccountService accounts;

    public void arrive() throws IOException {
        if (order.enter(OrderStep.BILLING)) {
            read(order.account());
        }
    }

    public void save() throws IOException {
        accounts.change(order.account().id(), typed());
        order.goTo(OrderStep.SUMMARY);
    }
}
