package org.chancery.service.checkout;

import jakarta.enterprise.event.Event;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.Accounts;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoiceFilter;
import org.chancery.model.billing.InvoiceOfCompany;
import org.chancery.model.billing.InvoiceSeries;
import org.chancery.model.billing.Invoices;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.InMemoryCreditLedger;
import org.chancery.model.money.Money;
import org.chancery.model.payment.InMemoryPaymentMethods;
import org.chancery.model.payment.InMemoryPayments;
import org.chancery.model.payment.InMemorySandboxCharges;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.ItemKind;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.subscription.Subscriptions;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.domain.InvoiceComposer;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.payment.MethodShelfService;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.PaymentSettled;
import org.chancery.service.payment.adapter.SandboxChargeService;
import org.chancery.service.payment.adapter.SandboxPaymentGateway;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.subscription.SubscriptionService;
import org.jspecify.annotations.Nullable;

/** Collecting without a container or a database: one account, one order of 249.00 a month, the sandbox's provider. */
final class CollectingHouse {

    static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    static final Money PRICE = Money.ofMinor(24900, "EUR");
    private static final UUID ACCOUNT = new UUID(4, 4);

    final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    final InMemoryPayments paymentRows = new InMemoryPayments();
    final InMemorySandboxCharges bankRows = new InMemorySandboxCharges();
    private final InMemoryCreditLedger ledger = new InMemoryCreditLedger();
    final List<CreditEntry> credit = ledger.all();
    final List<UUID> activated = new ArrayList<>();
    final Subscription subscription;
    final Invoice invoice;
    final SandboxChargeService bank;
    final PaymentService payments;
    final ChargeService charges;
    final CheckoutService checkout;
    private final PaymentMethodService methods;
    String callerName = "system";

    CollectingHouse() {
        clock.stopAt(NOON);
        Ids ids = new Ids(clock, new SecureRandom());
        Caller caller = new Caller(() -> callerName);
        AuditTrail audit = new AuditTrail(new Audit(), caller, ids, clock);
        ChanceryConfig config = new ChanceryConfig(
                ChanceryConfig.Mode.SANDBOX,
                URI.create("https://licenses.example"),
                new byte[32],
                null,
                null,
                null,
                null,
                "a@example.org");
        subscription = order(ids);
        invoice = new InvoiceComposer(ids).forPeriod(subscription, 0, BillingPeriod.MONTH.nth(NOON, 0));
        invoice.finalise("INV-000001", NOON, NOON, Money.zero(PRICE.currency()));
        InMemoryPaymentMethods methodRows = new InMemoryPaymentMethods();
        OneAccount accounts = new OneAccount();
        OneInvoice invoices = new OneInvoice();
        OneSubscription subscriptions = new OneSubscription();
        bank = new SandboxChargeService(bankRows, config, clock);
        SandboxPaymentGateway gateway = new SandboxPaymentGateway(bank, config);
        PaidInvoices paid = new PaidInvoices(
                invoices,
                subscriptions,
                new IncomingMoney(ledger, ids),
                new Settlement(subscriptions, new Licensing()),
                audit);
        payments = new PaymentService(
                paymentRows, methodRows, accounts, gateway, new Told(paid), caller, audit, clock, clock);
        charges = new ChargeService(
                new ChargeAttempts(methodRows, paymentRows, gateway, ids, clock),
                accounts,
                invoices,
                paymentRows,
                caller,
                audit,
                clock);
        checkout = new CheckoutService(
                new OrderService(),
                charges,
                payments,
                new InvoiceService(invoices, caller, clock),
                new SubscriptionService());
        methods = new PaymentMethodService(
                methodRows,
                new MethodShelfService(methodRows, accounts, caller, audit, ids, clock),
                accounts,
                gateway,
                caller);
    }

    PaymentMethodView attach(String token) {
        return methods.attach(ACCOUNT, token.contains("card") ? PaymentMethodType.CARD : PaymentMethodType.SEPA, token);
    }

    List<PaymentMethodView> attached() {
        return methods.list(ACCOUNT);
    }

    void advance(Duration time) {
        clock.stopAt(clock.instant().plus(time));
    }

    /** What the timer does each minute. */
    void wake() {
        payments.due(10).forEach(checkout::resume);
    }

    private static Subscription order(Ids ids) {
        SubscriptionItem plan =
                new SubscriptionItem(ids.next(), ItemKind.PLAN, "startup", "Startup", 1, ids.next(), PRICE, 0);
        return new Subscription(
                ids.next(),
                ACCOUNT,
                ids.next(),
                "iot-platform",
                BillingPeriod.MONTH,
                Collection.CHARGE,
                PRICE.currency(),
                List.of(plan),
                NOON);
    }

    private final class Licensing extends LicenseService {
        @Override
        public void activate(UUID licenseId) {
            activated.add(licenseId);
        }
    }

    private static final class Audit implements AuditEntries {
        @Override
        public void add(AuditEntry entry) {}

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }

    private static final class OneAccount implements Accounts {
        private final Account account = new Account(
                ACCOUNT, AccountDetails.of("Ana Ltd", "ana@example.org", "EUR", "DE", null, null, null), NOON);

        @Override
        public void add(Account added) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public Optional<Account> find(UUID id) {
            return Optional.of(account).filter(a -> a.id().equals(id));
        }

        @Override
        public Account requireLocked(UUID id) {
            return require(id);
        }

        @Override
        public List<Account> page(String search, @Nullable UUID after, int limit) {
            return List.of(account);
        }

        @Override
        public long count() {
            return 1;
        }
    }

    private final class OneInvoice implements Invoices {
        @Override
        public void add(Invoice added) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public Optional<Invoice> find(UUID id) {
            return Optional.of(invoice).filter(i -> i.id().equals(id));
        }

        @Override
        public Optional<Invoice> findLocked(UUID id) {
            return find(id);
        }

        @Override
        public Optional<UUID> accountOf(UUID id) {
            return find(id).map(Invoice::accountId);
        }

        @Override
        public Optional<Invoice> findFirstOf(UUID subscriptionId) {
            return Optional.of(invoice);
        }

        @Override
        public List<Invoice> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
            return List.of(invoice);
        }

        @Override
        public List<InvoiceOfCompany> search(
                @Nullable UUID accountId, InvoiceFilter filter, Instant now, @Nullable UUID after, int limit) {
            return List.of(new InvoiceOfCompany(invoice, "Ana Ltd"));
        }

        @Override
        public List<InvoiceOfCompany> dueFirst(int limit) {
            return List.of(new InvoiceOfCompany(invoice, "Ana Ltd"));
        }

        @Override
        public long count(InvoiceFilter filter, Instant now) {
            return 1;
        }

        @Override
        public List<Invoice> ofSubscription(UUID subscriptionId, int limit) {
            return List.of(invoice);
        }

        @Override
        public List<Invoice> openOf(UUID accountId, int limit) {
            return List.of(invoice);
        }

        @Override
        public InvoiceSeries lockSeries(String code) {
            return new InvoiceSeries(code);
        }
    }

    private final class OneSubscription implements Subscriptions {
        @Override
        public void add(Subscription added) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public Optional<Subscription> find(UUID id) {
            return Optional.of(subscription).filter(s -> s.id().equals(id));
        }

        @Override
        public Optional<Subscription> findLocked(UUID id) {
            return find(id);
        }

        @Override
        public List<Subscription> page(@Nullable UUID accountId, @Nullable UUID after, int limit) {
            return List.of(subscription);
        }

        @Override
        public long count(SubscriptionStatus status) {
            return 1;
        }
    }

    /** Tells the one who listens, in the same breath, as the container does within a transaction. */
    private record Told(PaidInvoices listener) implements Event<PaymentSettled> {
        @Override
        public void fire(PaymentSettled event) {
            listener.onSettled(event);
        }

        @Override
        public <U extends PaymentSettled> java.util.concurrent.CompletionStage<U> fireAsync(U event) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends PaymentSettled> java.util.concurrent.CompletionStage<U> fireAsync(
                U event, jakarta.enterprise.event.NotificationOptions options) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public Event<PaymentSettled> select(java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends PaymentSettled> Event<U> select(
                Class<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends PaymentSettled> Event<U> select(
                jakarta.enterprise.util.TypeLiteral<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }
    }
}
