package org.chancery.service.checkout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.chancery.model.account.Account;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.SettingsRegister;
import org.chancery.model.billing.Invoice;
import org.chancery.model.money.Money;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.subscription.Dunning;
import org.chancery.model.subscription.Subscription;
import org.chancery.service.notification.MailOrder;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.platform.ChanceryConfig;

/** Tells customers what happens to their money, in the transaction in which it happens. */
@Dependent
class BillingMails {

    private static final Locale LANGUAGE = Locale.ENGLISH;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(LANGUAGE);

    private final OutboxService outbox;
    private final SettingsRegister settings;
    private final Accounts accounts;
    private final ChanceryConfig config;

    @Inject
    BillingMails(OutboxService outbox, SettingsRegister settings, Accounts accounts, ChanceryConfig config) {
        this.outbox = outbox;
        this.settings = settings;
        this.accounts = accounts;
        this.config = config;
    }

    /** A renewal's charge failed for the first time, or again. */
    void chargeFailed(Account account, Subscription subscription, Invoice invoice, boolean first) {
        missing(account, subscription, invoice, first ? "charge-failed" : "charge-failed-again");
    }

    void overdue(Account account, Subscription subscription, Invoice invoice) {
        missing(account, subscription, invoice, "transfer-overdue");
    }

    private void missing(Account account, Subscription subscription, Invoice invoice, String template) {
        Map<String, String> values = Map.of(
                "number", invoice.number().orElse(""),
                "amount", amount(invoice.amountDue()),
                "date", step(account, subscription, Dunning::suspendAt));
        send(account, subscription, template, values);
    }

    void suspended(Account account, Subscription subscription) {
        send(account, subscription, "suspended", Map.of("date", step(account, subscription, Dunning::giveUpAt)));
    }

    void gaveUp(Account account, Subscription subscription) {
        send(account, subscription, "canceled-unpaid", Map.of());
    }

    void restored(Account account, Subscription subscription) {
        send(account, subscription, "payment-arrived", Map.of());
    }

    /** An invoice that is to be paid by transfer. */
    void invoice(Invoice invoice) {
        Account account = accounts.require(invoice.accountId());
        send(
                account,
                "invoice-by-wire",
                Map.of(
                        "number", invoice.number().orElse(""),
                        "amount", amount(invoice.amountDue()),
                        "date", invoice.dueAt().map(at -> date(account, at)).orElse(""),
                        "iban", String.valueOf(settings.current().seller().iban()),
                        "link", link("/billing/invoices/" + invoice.id())));
    }

    private void send(Account account, Subscription subscription, String template, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("plan", subscription.planItem().name());
        values.put("link", link("/subscriptions/" + subscription.id()));
        send(account, template, values);
    }

    private static String step(Account account, Subscription subscription, Function<Dunning, Instant> at) {
        return subscription.dunning().map(at).map(day -> date(account, day)).orElse("");
    }

    private void send(Account account, String template, Map<String, String> values) {
        outbox.enqueue(MailOrder.of(
                EmailAddress.require("email", account.details().email()), template, LANGUAGE.toLanguageTag(), values));
    }

    private String link(String path) {
        return config.baseUrl() + path;
    }

    private static String date(Account account, Instant at) {
        return DATE.format(at.atZone(account.zone()));
    }

    private static String amount(Money money) {
        NumberFormat format = NumberFormat.getCurrencyInstance(LANGUAGE);
        format.setCurrency(money.currency());
        return format.format(BigDecimal.valueOf(money.minor(), money.currency().getDefaultFractionDigits()));
    }
}
