package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.chancery.model.catalog.CancellationMode;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.account.SettingsService;
import org.chancery.service.billing.InvoiceView;
import org.chancery.service.billing.PendingLineService;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.checkout.CheckoutService;
import org.chancery.service.checkout.QuoteService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.order.PlanCard;
import org.chancery.web.portal.order.Shop;
import org.jspecify.annotations.Nullable;

/** Says what a cancellation does before it is done: at the end of the period, or now. Owners only. */
@Named
@RequestScoped
public class CancelBacking {

    @Inject
    private PathId pathId;

    @Inject
    private Portal portal;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private CatalogService catalog;

    @Inject
    private QuoteService quotes;

    @Inject
    private PendingLineService pendingLines;

    @Inject
    private CheckoutService checkout;

    @Inject
    private SettingsService settings;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    private @Nullable SubscriptionView subscription;
    private @Nullable Shop shop;
    private @Nullable QuoteView quote;
    private @Nullable String reason;
    private @Nullable String typedName;

    /** Who may not, or has nothing to cancel, is led away. */
    public void arrive() throws IOException {
        if (!portal.isMayAdminister()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        boolean over = !of().status().isRunning() && !isOrder();
        boolean scheduled = of().cancelAt() != null && !isNow();
        if (over || scheduled) {
            Redirects.to(faces, getHome());
        }
    }

    /** True for an order that was not paid yet: there is no period to wait for, and nothing to give back. */
    public boolean isOrder() {
        return of().status() == SubscriptionStatus.INCOMPLETE;
    }

    /** True when it is to end at once. */
    public boolean isNow() {
        String asked = faces.getExternalContext().getRequestParameterMap().getOrDefault("when", "");
        return !isOrder()
                && isOffered(CancellationMode.NOW)
                && (asked.equals("now") || !isOffered(CancellationMode.PERIOD_END));
    }

    public boolean isNowOffered() {
        return isOffered(CancellationMode.NOW);
    }

    private boolean isOffered(CancellationMode mode) {
        return shop().product(of().product())
                .map(product ->
                        product.cancellation() == null || product.cancellation().contains(mode.word()))
                .orElse(true);
    }

    public void atPeriodEnd() throws IOException {
        checkout.cancel(of().id(), ChangeTiming.PERIOD_END, given());
        messages.afterRedirect("cancel.done.later", Dates.of(faces).date(getEnd()));
        Redirects.to(faces, getHome());
    }

    /** Drops an order that was not paid. */
    public void dropOrder() throws IOException {
        UUID id = of().id();
        messages.follow(acts.once(id, () -> {
            checkout.cancel(id, ChangeTiming.NOW, given());
            return new ConfirmedActs.Outcome(getHome(), phrases.text("cancel.done.order"));
        }));
    }

    /** Ends it for exactly the quoted amounts, once the name was typed. */
    public void now() throws IOException {
        if (!of().planName()
                .equalsIgnoreCase(Objects.requireNonNullElse(typedName, "").strip())) {
            messages.error("typedName", "cancel.name.wrong", of().planName());
            return;
        }
        UUID quoteId = pathId.require("quote");
        try {
            messages.follow(acts.once(quoteId, () -> {
                checkout.cancelQuoted(of().id(), quoteId, given());
                return new ConfirmedActs.Outcome(getHome(), phrases.text("cancel.done.now"));
            }));
        } catch (DomainException refused) {
            if (refused.refusal() != CheckoutRefusal.QUOTE_EXPIRED) {
                throw refused;
            }
            messages.error(null, "cancel.expired");
        }
    }

    private @Nullable String given() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    public SubscriptionView getSubscription() {
        return of();
    }

    private SubscriptionView of() {
        if (subscription == null) {
            subscription = subscriptions.get(pathId.require());
        }
        return subscription;
    }

    private Shop shop() {
        if (shop == null) {
            shop = new Shop(catalog.current(), of().currency());
        }
        return shop;
    }

    public String getHome() {
        return "/subscriptions/" + pathId.require();
    }

    public String getHeading() {
        return phrases.text(isOrder() ? "cancel.heading.order" : "cancel.heading", of().planName());
    }

    /** When the current period is over; now when there is none. */
    public Instant getEnd() {
        ServicePeriod period = of().currentPeriod();
        return period == null ? clock.instant() : period.end();
    }

    public Instant getToday() {
        return clock.instant();
    }

    /** What ending it now gives back, or asks for. */
    public QuoteView getQuote() {
        if (quote == null) {
            quote = quotes.quoteCancellation(of().id());
        }
        return quote;
    }

    public Money getCredit() {
        return new Money(getQuote().creditGranted(), of().currency());
    }

    public Money getDue() {
        return new Money(getQuote().amountDue(), of().currency());
    }

    /** When the credit can be used. */
    public Instant getCreditAt() {
        return clock.instant().plus(settings.current().settlementDelay());
    }

    /** What the last invoice still asks for, before tax; zero when nothing waits. */
    public Money getWaiting() {
        List<InvoiceView.Line> lines = pendingLines.of(of().id());
        return new Money(
                lines.stream()
                        .mapToLong(line -> line.amount() - line.discount())
                        .sum(),
                of().currency());
    }

    /** The one alternative: the next smaller plan in the same period; null when there is none, or it is coming anyway. */
    public @Nullable PlanCard getAlternative() {
        if (of().pendingChange() != null || of().cancelAt() != null || isOrder()) {
            return null;
        }
        long now = of().items().get(0).unitAmount();
        return shop().plans(of().product()).stream()
                .filter(plan -> priceOf(plan) < now && !plan.code().equals(of().plan()))
                .max(Comparator.comparingLong(this::priceOf))
                .orElse(null);
    }

    public Money getAlternativePrice() {
        return new Money(priceOf(Objects.requireNonNull(getAlternative())), of().currency());
    }

    public String getAlternativeAddress() {
        ChangeDraft draft =
                new ChangeDraft(Objects.requireNonNull(getAlternative()).code(), of().period(), Map.of(), null);
        return getHome() + "/change" + draft.query();
    }

    private long priceOf(PlanCard plan) {
        Money price = plan.price(of().period());
        return price == null ? Long.MAX_VALUE : price.minor();
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getTypedName() {
        return typedName;
    }

    public void setTypedName(@Nullable String typedName) {
        this.typedName = typedName;
    }
}
