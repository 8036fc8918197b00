package org.chancery.web.portal.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.billing.InvoiceService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.licensing.FleetInstance;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.LicenseView;
import org.chancery.service.licensing.SeatUse;
import org.chancery.service.perpetual.PerpetualService;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.PageOf;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Tones;
import org.chancery.web.portal.payment.PayingBacking;
import org.jspecify.annotations.Nullable;

/** Everything at a glance, each list read once. */
@Named
@RequestScoped
public class OverviewBacking {

    /** When the next payment falls due, and how much it is. */
    public record NextPayment(Instant at, Money amount) {}

    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int NIGHT_ENDS = 5;

    @Inject
    private AccountService accounts;

    @Inject
    private SubscriptionService subscriptionService;

    @Inject
    private PerpetualService perpetualService;

    @Inject
    private LicenseService licenseService;

    @Inject
    private InvoiceService invoiceService;

    @Inject
    private FleetService fleet;

    @Inject
    private Caller caller;

    @Inject
    private Phrases phrases;

    @Inject
    private Tones tones;

    @Inject
    private PayingBacking paying;

    @Inject
    @MachineTime
    private Clock clock;

    private @Nullable AccountView account;
    private List<SubscriptionView> subscriptions = List.of();
    private List<PerpetualView> perpetuals = List.of();
    private List<LicenseView> licenses = List.of();
    private List<InvoiceView> openInvoices = List.of();
    private List<FleetInstance> troubled = List.of();

    public void arrive() {
        UUID own = caller.accountId().orElseThrow();
        account = accounts.view(own);
        subscriptions = subscriptionService.list(own, null, PageOf.MAX).data().stream()
                .filter(subscription -> !isOver(subscription))
                .toList();
        perpetuals = perpetualService.list(own, null, PageOf.MAX).data().stream()
                .filter(perpetual -> perpetual.status() != PerpetualStatus.INCOMPLETE_EXPIRED)
                .toList();
        licenses = licenseService.ofAccount(own, null, PageOf.MAX).data();
        openInvoices = invoiceService.openOf(own);
        troubled = fleet.ofAccount(own, null, PageOf.MAX).data().stream()
                .filter(instance -> instance.condition().needsAttention())
                .toList();
    }

    private static boolean isOver(SubscriptionView subscription) {
        return subscription.status() == SubscriptionStatus.CANCELED
                || subscription.status() == SubscriptionStatus.INCOMPLETE_EXPIRED;
    }

    /** By the clock on the reader's wall, with the company's name once it is known. */
    public String getGreeting() {
        ZoneId zone = account == null ? ZoneId.of("UTC") : ZoneId.of(account.timeZone());
        int hour = clock.instant().atZone(zone).getHour();
        String part = hour < NIGHT_ENDS || hour >= EVENING ? "evening" : hour < NOON ? "morning" : "afternoon";
        return account == null || account.company().isBlank()
                ? phrases.text("overview.greeting." + part + ".plain")
                : phrases.text("overview.greeting." + part, account.company());
    }

    public long getActivePlans() {
        long running = subscriptions.stream()
                .filter(subscription -> subscription.status() != SubscriptionStatus.INCOMPLETE)
                .count();
        return running + perpetuals.stream().filter(PerpetualView::isActive).count();
    }

    /** "3 of 4" over all licenses that may be used. */
    public String getSeatsUsed() {
        long used = 0;
        long limit = 0;
        boolean unlimited = false;
        for (LicenseView license : licenses) {
            for (SeatUse use : license.seats().values()) {
                used += use.used();
                if (license.reason() == null) {
                    unlimited = unlimited || !(use.limit() instanceof Number);
                    limit += use.limit() instanceof Number number ? number.longValue() : 0;
                }
            }
        }
        return unlimited ? phrases.text("overview.seats.unlimited", used) : phrases.text("overview.seats", used, limit);
    }

    /** An open invoice that is due next, else the next renewal; null when nothing is coming. */
    public @Nullable NextPayment getNextPayment() {
        Optional<NextPayment> open = openInvoices.stream()
                .filter(invoice -> invoice.dueAt() != null)
                .findFirst()
                .map(invoice -> new NextPayment(
                        java.util.Objects.requireNonNull(invoice.dueAt()),
                        new Money(invoice.amountDue(), invoice.currency())));
        return open.orElseGet(() -> nextRenewal().orElse(null));
    }

    private Optional<NextPayment> nextRenewal() {
        return subscriptions.stream()
                .filter(subscription -> subscription.currentPeriod() != null)
                .map(subscription -> new NextPayment(
                        java.util.Objects.requireNonNull(subscription.currentPeriod())
                                .end(),
                        new Money(subscription.amountPerPeriod(), subscription.currency())))
                .min(Comparator.comparing(NextPayment::at));
    }

    public boolean isAnyOverdue() {
        return openInvoices.stream().filter(tones::isOverdue).anyMatch(invoice -> paying.of(invoice)
                .isChargeable());
    }

    /** True for a customer who has nothing yet. Not called "empty", which is a word of EL's own. */
    public boolean isNothingYet() {
        return subscriptions.isEmpty() && openInvoices.isEmpty() && licenses.isEmpty();
    }

    public List<SubscriptionView> getSubscriptions() {
        return subscriptions;
    }

    public List<PerpetualView> getPerpetuals() {
        return perpetuals;
    }

    public List<InvoiceView> getOpenInvoices() {
        return openInvoices;
    }

    public List<FleetInstance> getTroubled() {
        return troubled;
    }
}
