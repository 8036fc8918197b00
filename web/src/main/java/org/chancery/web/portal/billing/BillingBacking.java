package org.chancery.web.portal.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.NextInvoiceService;
import org.chancery.service.checkout.NextInvoiceView;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Tones;
import org.jspecify.annotations.Nullable;

/** Everything about money at a glance: what is due, what comes next, what the vendor owes. */
@Named
@RequestScoped
public class BillingBacking {

    /** An invoice that will come, and of what. */
    public record Coming(NextInvoiceView invoice, SubscriptionView subscription) {}

    @Inject
    private Caller caller;

    @Inject
    private AccountService accounts;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private NextInvoiceService nextInvoices;

    @Inject
    private InvoiceService invoices;

    @Inject
    private CreditService credits;

    @Inject
    private PaymentMethodService methods;

    @Inject
    private Tones tones;

    private @Nullable List<InvoiceView> open;
    private @Nullable List<Coming> coming;
    private CreditView.@Nullable Balance balance;

    public List<InvoiceView> getOpen() {
        if (open == null) {
            open = invoices.openOf(own());
        }
        return open;
    }

    public boolean isAnyOverdue() {
        return getOpen().stream().anyMatch(tones::isOverdue);
    }

    /** The next invoice of each subscription, the first one at the top. */
    public List<Coming> getComing() {
        if (coming == null) {
            coming = subscriptions.list(own(), null, PageOf.MAX).data().stream()
                    .flatMap(subscription ->
                            nextInvoices.of(subscription.id()).stream().map(next -> new Coming(next, subscription)))
                    .sorted(Comparator.comparing((Coming each) -> each.invoice().at()))
                    .toList();
        }
        return coming;
    }

    /** What comes first; null when nothing is foreseen. */
    public @Nullable Coming getNext() {
        return getComing().isEmpty() ? null : getComing().get(0);
    }

    /** Credit that the next invoice can use. */
    public Money getCredit() {
        return new Money(balance().available(), balance().currency());
    }

    /** Credit that becomes available soon. */
    public Money getCreditSoon() {
        return new Money(balance().pending(), balance().currency());
    }

    private CreditView.Balance balance() {
        if (balance == null) {
            balance = credits.of(own(), null, 1).balances().get(0);
        }
        return balance;
    }

    /** What is charged unless another is named; null when there is none. */
    public @Nullable PaymentMethodView getMethod() {
        return methods.list(own()).stream()
                .filter(PaymentMethodView::isDefault)
                .findFirst()
                .orElse(null);
    }

    public AccountView getAccount() {
        return accounts.view(own());
    }

    private UUID own() {
        return caller.accountId().orElseThrow();
    }
}
