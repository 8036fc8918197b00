package org.chancery.service.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.checkout.CancellationService;
import org.chancery.service.checkout.ChangeWish;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.Choice;
import org.chancery.service.checkout.CollectionService;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.OrderView;
import org.chancery.service.checkout.PlanChangeService;
import org.chancery.service.checkout.ReceivedTransfer;
import org.chancery.service.credit.CreditGrant;
import org.chancery.service.credit.CreditService;
import org.chancery.service.credit.CreditView;
import org.chancery.service.licensing.ActivateInstance;
import org.chancery.service.licensing.InstanceService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.PresentedSecret;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/** Where a life does what it does: the services, for one account. */
public final class Desk {

    private static final String NONCE = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Services services;
    private final UUID account;
    private int activations;

    public Desk(Services services, UUID account) {
        this.services = services;
        this.account = account;
    }

    /** The use cases that a life knows. */
    public record Services(
            CheckoutService checkout,
            CancellationService cancellations,
            PlanChangeService changes,
            CollectionService collections,
            PaymentMethodService methods,
            InvoicePaymentService transfers,
            InvoiceService invoices,
            SubscriptionService subscriptions,
            CreditService credit,
            LicenseService licenses,
            InstanceService instances) {}

    /** What was ordered. The secret stays out of what is printed. */
    record Ordered(UUID subscription, String licenseSecret) {

        @Override
        public String toString() {
            return "Ordered[" + subscription + "]";
        }
    }

    Ordered order(String plan, BillingPeriod period, @Nullable String coupon, Collection collection) {
        Choice choice = new Choice(account, Life.PRODUCT, plan, period, "EUR", Map.of(), coupon);
        OrderView order = services.checkout.buy(choice, collection);
        return new Ordered(order.subscription().id(), order.licenseSecret());
    }

    void change(ChangeWish wish) {
        services.checkout.change(wish);
    }

    void cancel(UUID subscription, ChangeTiming when) {
        services.checkout.cancel(subscription, when, null);
    }

    void resume(UUID subscription) {
        services.cancellations.resume(subscription);
    }

    void undo(UUID subscription) {
        services.changes.undo(subscription);
    }

    void collectBy(UUID subscription, Collection collection) {
        services.collections.collectBy(subscription, collection);
    }

    void attach(String token) {
        services.methods.attach(account, PaymentMethodType.CARD, token);
    }

    void charge(UUID invoice) {
        services.checkout.charge(invoice, null);
    }

    void pay(UUID invoice, long amount) {
        services.transfers.record(invoice, new ReceivedTransfer(amount, "transfer", null));
    }

    void grant(long amount) {
        services.credit.grant(account, new CreditGrant(amount, "EUR", "a life's luck"));
    }

    void activate(String licenseSecret, String name, String seatClass) {
        String boot = "boot-" + ++activations;
        services.instances.activate(new ActivateInstance(
                new PresentedSecret(licenseSecret),
                null,
                "192.0.2.1",
                Life.PRODUCT,
                "1.0",
                "2026-01-01",
                "plant",
                name,
                seatClass,
                boot,
                new PresentedSecret(account + boot).sha256(),
                NONCE,
                null));
    }

    SubscriptionView subscription(UUID id) {
        return services.subscriptions.get(id);
    }

    /** The oldest first. */
    List<InvoiceView> openInvoices() {
        return services.invoices.openOf(account).stream()
                .sorted(Comparator.comparing(InvoiceView::id))
                .toList();
    }

    /** Everything that was billed, paid and credited, in words that name no id and no number. */
    public List<String> statement() {
        List<SubscriptionView> subscriptions =
                services.subscriptions.list(account, null, 100).data();
        List<InvoiceView> invoices = services.invoices.list(account, null, 100).data();
        CreditView credit = services.credit.of(account, null, 100);
        return new Statement(subscriptions, invoices, credit, id -> services.licenses.view(id)).lines();
    }

    /** Ends what still runs, so that nothing more becomes of this life. */
    public void close() {
        for (SubscriptionView subscription :
                services.subscriptions.list(account, null, 100).data()) {
            if (subscription.endedAt() == null) {
                services.checkout.cancel(subscription.id(), ChangeTiming.NOW, "the life is over");
            }
        }
    }
}
