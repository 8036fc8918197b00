package org.chancery.web.console.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.billing.InvoiceFilter;
import org.chancery.model.money.Money;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.account.UserService;
import org.chancery.service.account.UserView;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceSummary;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.SeatUse;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** One account with everything that hangs on it; of long lists the newest. */
@Named
@RequestScoped
public class AccountBacking {

    private static final int NEWEST = 20;

    /** A license with its seats in words, such as "1 of 2 production". */
    public record LicenseRow(LicenseView license, List<String> seats) {}

    /** A subscription with what one period costs. */
    public record SubscriptionRow(SubscriptionView subscription, Money price) {}

    @Inject
    private PathId pathId;

    @Inject
    private AccountService accounts;

    @Inject
    private UserService users;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private InvoiceService invoices;

    @Inject
    private LicenseService licenses;

    @Inject
    private CreditService credit;

    @Inject
    private FacesContext faces;

    private @Nullable AccountView account;
    private List<UserView> team = List.of();
    private List<SubscriptionRow> subscriptionRows = List.of();
    private PageOf<InvoiceSummary> bills = new PageOf<>(List.of(), null);
    private List<LicenseRow> licenseRows = List.of();
    private List<CreditView.Balance> balances = List.of();

    /** Loads it all, or answers 404 when there is no such account. */
    public void load() {
        UUID known = pathId.require();
        account = accounts.view(known);
        team = users.list(known);
        subscriptionRows = subscriptions.list(known, null, NEWEST).data().stream()
                .map(each -> new SubscriptionRow(each, new Money(each.amountPerPeriod(), each.currency())))
                .toList();
        bills = invoices.search(known, InvoiceFilter.ALL, null, NEWEST);
        licenseRows = licenses.ofAccount(known, null, NEWEST).data().stream()
                .map(each -> new LicenseRow(each, seatsOf(each)))
                .toList();
        balances = credit.of(known, null, 1).balances();
    }

    private List<String> seatsOf(LicenseView license) {
        return license.seats().entrySet().stream()
                .sorted(Map.Entry.<String, SeatUse>comparingByKey().reversed()) // production before development
                .filter(each -> !"0".equals(String.valueOf(each.getValue().limit())))
                .map(each -> Texts.of(faces)
                        .text(
                                "console.account.seat." + each.getKey(),
                                each.getValue().used(),
                                each.getValue().limit()))
                .toList();
    }

    public @Nullable AccountView getAccount() {
        return account;
    }

    /** The country's name in the reader's language. */
    public String countryName(String code, Locale reader) {
        return new Locale("", code).getDisplayCountry(reader);
    }

    public List<UserView> getTeam() {
        return team;
    }

    public List<SubscriptionRow> getSubscriptions() {
        return subscriptionRows;
    }

    public List<InvoiceSummary> getInvoices() {
        return bills.data();
    }

    public boolean isMoreInvoices() {
        return bills.next() != null;
    }

    public List<LicenseRow> getLicenses() {
        return licenseRows;
    }

    public List<Money> getCredit() {
        return balances.stream()
                .map(each -> new Money(each.available(), each.currency()))
                .toList();
    }
}
