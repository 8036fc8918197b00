package org.chancery.it.harness;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.chancery.model.payment.PaymentMethodType;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.account.AccountDraft;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.SettingsDraft;
import org.chancery.service.account.SettingsService;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.checkout.CancellationService;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.Choice;
import org.chancery.service.checkout.CollectionService;
import org.chancery.service.checkout.InvoicePaymentService;
import org.chancery.service.checkout.OrderView;
import org.chancery.service.checkout.PlanChangeService;
import org.chancery.service.coupon.CouponService;
import org.chancery.service.credit.CreditService;
import org.chancery.service.history.Desk;
import org.chancery.service.history.Life;
import org.chancery.service.licensing.InstanceService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.payment.PaymentMethodService;
import org.chancery.service.platform.Roles;
import org.chancery.service.sandbox.SandboxClockService;
import org.chancery.service.subscription.SubscriptionService;

/**
 * Leads lives inside the server, as an operator would, through the services of the shipped EAR. All of them live at the
 * same time: the sandbox's clock goes from one act to the next, whoever's it is.
 */
@Stateless
@RunAs(Roles.ADMIN)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryDesk {

    private static final String EJB = "java:global/chancery/chancery-ejb/";

    @EJB(lookup = EJB + "CheckoutService")
    private CheckoutService checkout;

    @EJB(lookup = EJB + "CancellationService")
    private CancellationService cancellations;

    @EJB(lookup = EJB + "PlanChangeService")
    private PlanChangeService changes;

    @EJB(lookup = EJB + "CollectionService")
    private CollectionService collections;

    @EJB(lookup = EJB + "PaymentMethodService")
    private PaymentMethodService methods;

    @EJB(lookup = EJB + "InvoicePaymentService")
    private InvoicePaymentService transfers;

    @EJB(lookup = EJB + "InvoiceService")
    private InvoiceService invoices;

    @EJB(lookup = EJB + "SubscriptionService")
    private SubscriptionService subscriptions;

    @EJB(lookup = EJB + "CreditService")
    private CreditService credit;

    @EJB(lookup = EJB + "LicenseService")
    private LicenseService licenses;

    @EJB(lookup = EJB + "InstanceService")
    private InstanceService instances;

    @EJB(lookup = EJB + "AccountService")
    private AccountService accounts;

    @EJB(lookup = EJB + "CouponService")
    private CouponService coupons;

    @EJB(lookup = EJB + "SettingsService")
    private SettingsService settings;

    @EJB(lookup = EJB + "SandboxClockService")
    private SandboxClockService clock;

    /** The morning of the first 31st from 31 January 2027 on that is still to come. */
    public Instant dawn() {
        OffsetDateTime first = OffsetDateTime.of(2027, 1, 31, 9, 30, 0, 0, ZoneOffset.UTC);
        OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
        return LongStream.iterate(0, months -> months + 1)
                .mapToObj(first::plusMonths)
                .filter(day -> day.getDayOfMonth() == 31 && day.isAfter(now))
                .findFirst()
                .orElseThrow()
                .toInstant();
    }

    /** What became of each life, by its seed. */
    public SortedMap<Long, List<String>> lead(long first, int count, Instant dawn) {
        clock.moveTo(dawn);
        prepare(dawn);
        PriorityQueue<Led> lives =
                new PriorityQueue<>(Comparator.comparing(Led::next).thenComparing(led -> led.life.seed()));
        for (long seed = first; seed < first + count; seed++) {
            Life life = new Life(seed, dawn);
            lives.add(new Led(life, new Desk(services(), open(life))));
        }
        SortedMap<Long, List<String>> statements = new TreeMap<>();
        while (!lives.isEmpty()) {
            Led led = lives.remove();
            clock.moveTo(led.next());
            led.life.liveOn(led.desk);
            if (led.life.next().isPresent()) {
                lives.add(led);
            } else {
                statements.put(led.life.seed(), led.desk.statement());
                led.desk.close();
            }
        }
        return statements;
    }

    private record Led(Life life, Desk desk) {

        Instant next() {
            return life.next().orElseThrow();
        }
    }

    /**
     * Begins subscriptions that are charged, one after the other.
     *
     * @param monthlyEvery one in so many is paid by month, the others by year
     * @param between how much time passes between two
     * @return of each the id, month or year, and when it began
     */
    public List<String> begin(int count, int monthlyEvery, Duration between) {
        clock.moveTo(clock.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID account = open(new Life(i, clock.now()));
            methods.attach(account, PaymentMethodType.CARD, "pm_card_visa");
            BillingPeriod period = i % monthlyEvery == 0 ? BillingPeriod.MONTH : BillingPeriod.YEAR;
            OrderView order = checkout.buy(
                    new Choice(account, Life.PRODUCT, "maker", period, "EUR", Map.of(), null), Collection.CHARGE);
            begun.add(order.subscription().id() + " " + period + " " + clock.now());
            clock.moveTo(clock.now().plus(between));
        }
        return begun;
    }

    private void prepare(Instant dawn) {
        settings.change(new SettingsDraft(
                null,
                Life.taxRates(dawn).stream()
                        .map(rate -> new SettingsDraft.TaxRateDraft(rate.country(), rate.rate(), rate.from()))
                        .toList(),
                null,
                14,
                null,
                3_600L));
        Life.coupons().forEach(draft -> {
            try {
                coupons.create(draft);
            } catch (DomainException thereAlready) {
                // lives were led in this database before
            }
        });
    }

    private UUID open(Life life) {
        return accounts.create(new AccountDraft(
                        "Life " + life.seed(),
                        "life-" + life.seed() + "-" + UUID.randomUUID() + "@example.org",
                        "EUR",
                        life.home().country(),
                        "Europe/Madrid",
                        life.home().taxId(),
                        "Street 1"))
                .id();
    }

    private Desk.Services services() {
        return new Desk.Services(
                checkout,
                cancellations,
                changes,
                collections,
                methods,
                transfers,
                invoices,
                subscriptions,
                credit,
                licenses,
                instances);
    }
}
