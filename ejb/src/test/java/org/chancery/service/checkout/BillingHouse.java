package org.chancery.service.checkout;

import jakarta.enterprise.event.Event;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.account.AccountDetails;
import org.chancery.model.account.InMemoryAccounts;
import org.chancery.model.account.InMemorySettings;
import org.chancery.model.account.Seller;
import org.chancery.model.account.Settings;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.TaxRate;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.billing.InMemoryFrozenDocuments;
import org.chancery.model.billing.InMemoryInvoices;
import org.chancery.model.billing.InMemoryPendingLines;
import org.chancery.model.billing.Invoice;
import org.chancery.model.billing.InvoicePurpose;
import org.chancery.model.checkout.InMemoryQuotes;
import org.chancery.model.coupon.InMemoryCouponSales;
import org.chancery.model.coupon.InMemoryCoupons;
import org.chancery.model.coupon.InMemoryPartners;
import org.chancery.model.coupon.InMemoryRedemptions;
import org.chancery.model.credit.InMemoryCreditLedger;
import org.chancery.model.licensing.InMemoryCallCounts;
import org.chancery.model.licensing.InMemoryInstanceEvents;
import org.chancery.model.licensing.InMemoryInstances;
import org.chancery.model.licensing.InMemoryLicenses;
import org.chancery.model.licensing.InMemoryOfflineLicenses;
import org.chancery.model.money.Money;
import org.chancery.model.notification.InMemoryOutboxMessages;
import org.chancery.model.payment.InMemoryPaymentMethods;
import org.chancery.model.payment.InMemoryPayments;
import org.chancery.model.payment.InMemorySandboxCharges;
import org.chancery.model.payment.InMemorySandboxSetups;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.perpetual.InMemoryPerpetualLicenses;
import org.chancery.model.platform.Ids;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.InMemorySubscriptions;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.Subscriptions.StepDue;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.catalog.CatalogFixture;
import org.chancery.service.coupon.CouponDesk;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.credit.CreditService;
import org.chancery.service.history.Desk;
import org.chancery.service.licensing.ActivationService;
import org.chancery.service.licensing.CallCountService;
import org.chancery.service.licensing.CheckService;
import org.chancery.service.licensing.InstanceService;
import org.chancery.service.licensing.LentSeats;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.RateLimits;
import org.chancery.service.licensing.SeatCounter;
import org.chancery.service.licensing.port.DenialClaims;
import org.chancery.service.licensing.port.LeaseClaims;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.licensing.port.OfflineClaims;
import org.chancery.service.licensing.port.PublicJwk;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.payment.MethodShelfService;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.payment.PaymentMethodView;
import org.chancery.service.payment.PaymentService;
import org.chancery.service.payment.adapter.SandboxChargeService;
import org.chancery.service.payment.adapter.SandboxPaymentGateway;
import org.chancery.service.payment.adapter.SandboxSetupService;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.SecretGenerator;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.subscription.SubscriptionService;
import org.jspecify.annotations.Nullable;

/** Everything about money, without a container or a database: the real services over memory, and a clock that stands. */
final class BillingHouse {

    static final Currency EUR = Currency.getInstance("EUR");
    static final String PRODUCT = "iot-platform";

    private static final SecretHasher HASHER = new SecretHasher(new byte[32]);

    final BusinessClock clock = new BusinessClock(Clock.systemUTC());
    final InMemoryPayments paymentRows = new InMemoryPayments();
    final InMemorySandboxCharges bankRows = new InMemorySandboxCharges();
    final InMemoryPaymentMethods methodRows = new InMemoryPaymentMethods();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryInvoices invoiceRows = new InMemoryInvoices();
    final InMemoryFrozenDocuments documentRows = new InMemoryFrozenDocuments(invoiceRows);
    final InMemoryPerpetualLicenses perpetualRows = new InMemoryPerpetualLicenses();
    final InMemoryPendingLines pendingRows = new InMemoryPendingLines();
    final InMemorySubscriptions subscriptionRows = new InMemorySubscriptions();
    final InMemoryCreditLedger ledger = new InMemoryCreditLedger();
    final InMemoryQuotes quoteRows = new InMemoryQuotes();
    final InMemorySettings settings = new InMemorySettings();
    final InMemoryLicenses licenseRows = new InMemoryLicenses();
    final InMemoryInstances instanceRows = new InMemoryInstances(licenseRows);
    final InMemoryOfflineLicenses offlineRows = new InMemoryOfflineLicenses();
    final InMemoryOutboxMessages mails = new InMemoryOutboxMessages(clock);
    final InMemoryCoupons couponRows = new InMemoryCoupons();
    final InMemoryRedemptions redemptions = new InMemoryRedemptions();
    final InMemoryPartners partners = new InMemoryPartners();
    final InMemoryCouponSales sales = new InMemoryCouponSales(partners);
    final CatalogFixture catalog;
    final SandboxChargeService bank;
    final PaymentService payments;
    final ChargeService charges;
    final CheckoutService checkout;
    final QuoteService quotes;
    final PlanChangeService changes;
    final CancellationService cancellations;
    final SubscriptionTurnService turns;
    final ParkingService parking;
    final InvoicePaymentService transfers;
    final NextInvoiceService nextInvoices;
    final InvoiceClosingService closing;
    final CollectionService collections;
    final CouponService coupons;
    final PerpetualTurnService perpetualTurns;
    final PerpetualOrderService perpetualOrders;
    final PerpetualCheckoutService perpetuals;
    final PurchaseService purchases;
    final PurchaseCheckoutService purchaseCheckout;
    final LicenseService licenses;
    final PaymentMethodService methods;
    final MethodRemovalService removal;
    final SandboxSetupService page;
    final Desk.Services services;
    final Account account;
    /** Called after each step that time alone has made happen. */
    Runnable watcher = () -> {};

    String callerName = "system";

    BillingHouse(Instant start) {
        this(start, CatalogFixture.withStarter(), "DE", null);
    }

    BillingHouse(Instant start, CatalogFixture catalog, String country, @Nullable String taxId) {
        this.catalog = catalog;
        clock.stopAt(start);
        Dice dice = new Dice();
        Ids ids = new Ids(clock, dice);
        Caller caller = new Caller(() -> callerName);
        AuditTrail audit = new AuditTrail(new NoAudit(), caller, ids, clock);
        ChanceryConfig config = new ChanceryConfig(
                ChanceryConfig.Mode.SANDBOX,
                URI.create("https://licenses.example"),
                new byte[32],
                null,
                null,
                null,
                null,
                "a@example.org");
        account = new Account(
                ids.next(),
                AccountDetails.of("Ana Ltd", "ana@example.org", "EUR", country, "Europe/Madrid", taxId, "Street 1"),
                start);
        accounts.add(account);
        settle(List.of());

        OutboxService outbox = new OutboxService(mails, new Silent<>(), ids, clock);
        BillingMails billingMails = new BillingMails(outbox, settings, accounts, config);
        SeatCounter seats = new SeatCounter(instanceRows);
        licenses = new LicenseService(licenseRows, seats, new SecretGenerator(dice), HASHER, caller, audit, ids, clock);
        bank = new SandboxChargeService(bankRows, config, clock);
        page = new SandboxSetupService(new InMemorySandboxSetups(), config, ids);
        SandboxPaymentGateway gateway = new SandboxPaymentGateway(bank, page, config);
        ChargeAttempts attempts = new ChargeAttempts(methodRows, paymentRows, gateway, ids, clock);
        CouponDesk couponDesk = new CouponDesk(couponRows, redemptions, sales, ids);
        coupons = new CouponService(couponRows, redemptions, sales, partners, audit, ids, clock);

        BillDesk bills = new BillDesk(settings, invoiceRows, pendingRows, ledger, ids);
        InvoiceFreezing freezing = new InvoiceFreezing(accounts, settings, documentRows);
        CouponBooks books = new CouponBooks(subscriptionRows, perpetualRows, couponDesk);
        InvoiceIssuing issuing =
                new InvoiceIssuing(settings, invoiceRows, ledger, attempts, freezing, books, billingMails, ids);
        PeriodBilling billing = new PeriodBilling(bills, issuing, attempts);
        LentSeats lent = new LentSeats(licenseRows, offlineRows);
        Reversal reversal = new Reversal(invoiceRows, issuing, bills, ids);
        ChangeDesk desk = new ChangeDesk(catalog.shelves, bills, attempts, lent, ids);
        ChangeApplication application =
                new ChangeApplication(desk, bills, issuing, billing, reversal, invoiceRows, licenses);
        Endings endings = new Endings(
                desk, application, bills, billing, issuing, reversal, invoiceRows, settings, licenses, books, lent);
        Settlement settlement = new Settlement(
                subscriptionRows,
                invoiceRows,
                accounts,
                billing,
                application,
                reversal,
                licenses,
                billingMails,
                new PerpetualSettlement(perpetualRows, accounts, licenses),
                books);
        IncomingMoney money = new IncomingMoney(ledger, ids);
        Arrears arrears = new Arrears(subscriptionRows, invoiceRows, accounts, application, billingMails);
        PaidInvoices paid = new PaidInvoices(invoiceRows, subscriptionRows, money, settlement, audit);
        Pricing pricing = new Pricing(catalog.shelves, bills, subscriptionRows, couponDesk, ids, clock);

        payments = new PaymentService(
                paymentRows,
                methodRows,
                accounts,
                gateway,
                new Told<>(paid::onSettled),
                new Told<>(arrears::onFailed),
                caller,
                audit,
                clock,
                clock);
        charges = new ChargeService(attempts, accounts, invoiceRows, paymentRows, caller, audit, clock);
        changes = new PlanChangeService(
                accounts,
                subscriptionRows,
                quoteRows,
                desk,
                application,
                bills,
                issuing,
                billing,
                reversal,
                settings,
                caller,
                audit,
                ids,
                clock);
        cancellations = new CancellationService(
                accounts, subscriptionRows, quoteRows, desk, endings, billing, reversal, caller, audit, clock);
        parking = new ParkingService(accounts, subscriptionRows, audit);
        turns = new SubscriptionTurnService(
                accounts,
                subscriptionRows,
                invoiceRows,
                billing,
                issuing,
                application,
                endings,
                arrears,
                attempts,
                licenses,
                audit,
                clock);
        OrderDesk orderDesk = new OrderDesk(pricing, accounts, quoteRows, licenses, couponDesk, caller, clock);
        checkout = new CheckoutService(
                new OrderService(orderDesk, issuing, settlement, subscriptionRows, audit, ids, clock),
                charges,
                payments,
                new InvoiceService(invoiceRows, caller, clock),
                new SubscriptionService(subscriptionRows, caller),
                changes,
                cancellations,
                turns,
                new CollectedPaymentsService(accounts, subscriptionRows, invoiceRows, paymentRows, payments));
        quotes = new QuoteService(pricing, desk, endings, accounts, subscriptionRows, quoteRows, caller, ids, clock);
        nextInvoices = new NextInvoiceService(subscriptionRows, accounts, bills, caller, clock);
        transfers = new InvoicePaymentService(
                accounts, invoiceRows, paymentRows, money, settlement, caller, audit, ids, clock);
        PerpetualEndings perpetualEndings =
                new PerpetualEndings(perpetualRows, invoiceRows, issuing, attempts, books, licenses);
        perpetualTurns = new PerpetualTurnService(accounts, perpetualRows, perpetualEndings, audit, clock);
        perpetualOrders = new PerpetualOrderService(
                orderDesk,
                new UpdatesPricing(catalog.shelves, bills, ids),
                issuing,
                settlement,
                accounts,
                perpetualRows,
                caller,
                audit,
                ids,
                clock);
        perpetuals = new PerpetualCheckoutService(
                perpetualOrders,
                payments,
                new InvoiceService(invoiceRows, caller, clock),
                new PerpetualService(perpetualRows, caller));
        purchases = new PurchaseService(subscriptionRows, perpetualRows, invoiceRows, caller);
        purchaseCheckout = new PurchaseCheckoutService(quotes, checkout, perpetuals);
        closing = new InvoiceClosingService(
                accounts, invoiceRows, subscriptionRows, issuing, application, endings, perpetualEndings, audit, clock);
        collections = new CollectionService(accounts, subscriptionRows, issuing, reversal, caller, audit, clock);
        methods = new PaymentMethodService(
                methodRows,
                new MethodShelfService(methodRows, accounts, caller, audit, ids, clock),
                accounts,
                gateway,
                caller);
        removal = new MethodRemovalService(methodRows, paymentRows, subscriptionRows, accounts, caller, audit, clock);
        InMemoryInstanceEvents events = new InMemoryInstanceEvents();
        NoSignatures signer = new NoSignatures();
        services = new Desk.Services(
                checkout,
                cancellations,
                changes,
                collections,
                methods,
                transfers,
                new InvoiceService(invoiceRows, caller, clock),
                new SubscriptionService(subscriptionRows, caller),
                new CreditService(ledger, accounts, caller, audit, ids, clock),
                licenses,
                new InstanceService(
                        new ActivationService(licenseRows, instanceRows, events, seats, ids, clock),
                        new CheckService(licenseRows, instanceRows, events, seats, signer, ids, clock, clock),
                        new RateLimits(new CallCountService(new InMemoryCallCounts(), clock)),
                        signer,
                        HASHER,
                        clock));
    }

    /** The seller is German; these are its tax rates. */
    void settle(List<TaxRate> rates) {
        Seller seller = new Seller(
                "Vendor GmbH",
                "Street 2",
                "DE",
                "DE123456788",
                "DE89370400440532013000",
                null,
                "v@example.org",
                null,
                null);
        SettingsValues values = new SettingsValues(seller, rates, "INV-", 14, true, Duration.ofHours(1));
        Settings stored = new Settings(SettingsValues.INITIAL);
        stored.change(values);
        settings.add(stored);
    }

    List<PaymentMethodView> attached() {
        return methods.list(account.id());
    }

    PaymentMethodView attach(String token) {
        return methods.attach(
                account.id(), token.contains("card") ? PaymentMethodType.CARD : PaymentMethodType.SEPA, token);
    }

    Choice choice(String plan, BillingPeriod period, Map<String, Integer> addOns, @Nullable String coupon) {
        return new Choice(account.id(), PRODUCT, plan, period, "EUR", addOns, coupon);
    }

    /** An order of a plan by month, without anything else. */
    OrderView order(String plan, Collection collection) {
        return checkout.buy(choice(plan, BillingPeriod.MONTH, Map.of(), null), collection);
    }

    /** A subscription that was charged and runs. */
    Subscription running(String plan) {
        attach("pm_card_visa");
        return row(order(plan, Collection.CHARGE));
    }

    Subscription row(OrderView order) {
        return subscriptionRows.require(order.subscription().id());
    }

    ChangeOutcome change(Subscription subscription, String plan) {
        return checkout.change(new ChangeWish(subscription.id(), plan, null, Map.of(), null, null));
    }

    ChangeOutcome change(Subscription subscription, String plan, ChangeTiming when) {
        return checkout.change(new ChangeWish(subscription.id(), plan, null, Map.of(), when, null));
    }

    ChangeOutcome addOns(Subscription subscription, Map<String, Integer> quantities) {
        return checkout.change(new ChangeWish(subscription.id(), null, null, quantities, null, null));
    }

    ChangeOutcome cancelNow(Subscription subscription) {
        return checkout.cancel(subscription.id(), ChangeTiming.NOW, null);
    }

    void transfer(Invoice invoice) {
        transfers.record(invoice.id(), new ReceivedTransfer(invoice.amountDue().minor(), "transfer", null));
    }

    Money available() {
        return ledger.available(account.id(), EUR, clock.instant());
    }

    Money pendingCredit() {
        return ledger.pending(account.id(), EUR, clock.instant());
    }

    List<Invoice> invoices() {
        return invoiceRows.all();
    }

    Invoice lastInvoice() {
        List<Invoice> all = invoiceRows.all();
        return all.get(all.size() - 1);
    }

    /** The subjects of all mails, in order. */
    List<String> mailed() {
        return mails.all().stream().map(message -> message.mail().subject()).toList();
    }

    /** The last invoice of a whole period. */
    Invoice lastPeriod() {
        return invoiceRows.all().stream()
                .filter(invoice -> invoice.purpose() == InvoicePurpose.PERIOD)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    void advance(Duration time) {
        clock.stopAt(clock.instant().plus(time));
    }

    /** What the timer of open payments does each minute. */
    void wake() {
        payments.due(10).forEach(checkout::resume);
    }

    /** To an instant, with everything that falls due on the way done when it does. */
    void travel(Instant target) {
        Optional<StepDue> next = turns.next(target);
        while (next.isPresent()) {
            Instant at = next.get().at();
            if (at.isAfter(clock.instant())) {
                clock.stopAt(at);
            }
            checkout.turn(List.of(next.get().id()));
            watcher.run();
            next = turns.next(target);
        }
        clock.stopAt(target);
    }

    void travel(String target) {
        travel(Instant.parse(target));
    }

    private static final class NoAudit implements AuditEntries {
        @Override
        public void add(AuditEntry entry) {}

        @Override
        public List<AuditEntry> latestOf(UUID accountId, int limit) {
            return List.of();
        }
    }

    /** Nobody here reads a lease. */
    private static final class NoSignatures implements LeaseSigner {
        @Override
        public String sign(LeaseClaims claims) {
            return "";
        }

        @Override
        public String sign(DenialClaims claims) {
            return "";
        }

        @Override
        public String sign(OfflineClaims claims) {
            return "";
        }

        @Override
        public Optional<LeaseClaims> recognise(String token) {
            return Optional.empty();
        }

        @Override
        public List<PublicJwk> publicKeys() {
            return List.of();
        }
    }

    /** Nobody listens. */
    private static final class Silent<T> extends Told<T> {
        Silent() {
            super(event -> {});
        }
    }

    /** Tells the one who listens, in the same breath, as the container does within a transaction. */
    private static class Told<T> implements Event<T> {
        private final java.util.function.Consumer<T> listener;

        Told(java.util.function.Consumer<T> listener) {
            this.listener = listener;
        }

        @Override
        public void fire(T event) {
            listener.accept(event);
        }

        @Override
        public <U extends T> java.util.concurrent.CompletionStage<U> fireAsync(U event) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends T> java.util.concurrent.CompletionStage<U> fireAsync(
                U event, jakarta.enterprise.event.NotificationOptions options) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public Event<T> select(java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }

        @Override
        public <U extends T> Event<U> select(
                jakarta.enterprise.util.TypeLiteral<U> subtype, java.lang.annotation.Annotation... qualifiers) {
            throw new IllegalStateException("not part of this story");
        }
    }
}
