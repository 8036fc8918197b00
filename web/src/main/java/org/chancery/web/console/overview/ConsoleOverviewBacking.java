package org.chancery.web.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.chancery.model.billing.InvoiceFilter;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.account.SettingsService;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceSummary;
import org.chancery.service.licensing.SeatAdministrationService;
import org.chancery.service.subscription.SubscriptionService;
import org.jspecify.annotations.Nullable;

/** The console's first page: how many of what, and the money to look for. Each figure is asked once a request. */
@Named
@RequestScoped
public class ConsoleOverviewBacking {

    private static final int SHORT = 5;

    /** The figures at the top. */
    public record Figures(long accounts, long open, long overdue, long awaitingPayment, long instances) {}

    @Inject
    private AccountService accounts;

    @Inject
    private InvoiceService invoices;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private SeatAdministrationService seats;

    @Inject
    private SettingsService settings;

    private @Nullable Figures figures;
    private @Nullable List<InvoiceSummary> toMatch;
    private @Nullable List<AccountView> newest;

    public Figures getFigures() {
        if (figures == null) {
            figures = new Figures(
                    accounts.count(),
                    invoices.count(InvoiceFilter.OPEN),
                    invoices.count(InvoiceFilter.OVERDUE),
                    subscriptions.count(SubscriptionStatus.INCOMPLETE),
                    seats.countLive());
        }
        return figures;
    }

    public List<InvoiceSummary> getToMatch() {
        if (toMatch == null) {
            toMatch = invoices.dueFirst(SHORT);
        }
        return toMatch;
    }

    public List<AccountView> getNewest() {
        if (newest == null) {
            newest = accounts.list(null, null, SHORT).data();
        }
        return newest;
    }

    /** False until the vendor has said who it is: then nothing can be invoiced in production. */
    public boolean isSellerComplete() {
        return settings.current().seller().canInvoice();
    }
}
