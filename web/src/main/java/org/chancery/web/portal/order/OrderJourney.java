package org.chancery.web.portal.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.chancery.model.coupon.CouponRefusal;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.time.BillingPeriod;
import org.chancery.service.account.AccountService;
import org.chancery.service.account.AccountView;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.checkout.Choice;
import org.chancery.service.checkout.QuoteService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** Where an order stands in this request: what is chosen, which step comes next, and what it all costs. */
@Named("order")
@RequestScoped
public class OrderJourney {

    @Inject
    private FacesContext faces;

    @Inject
    private Portal portal;

    @Inject
    private Caller caller;

    @Inject
    private AccountService accounts;

    @Inject
    private CatalogService catalog;

    @Inject
    private QuoteService quotes;

    private @Nullable OrderDraft draft;
    private @Nullable AccountView account;
    private @Nullable Shop shop;
    private @Nullable QuoteView quote;
    private @Nullable String problem;
    private @Nullable String couponProblem;

    /** Lets a step open, or leads to the one that has to be answered first. @return true when the step may open */
    boolean enter(OrderStep step) throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return false;
        }
        choose(draft().withPlan(draft().plan(), sold(draft().period())));
        OrderStep open = firstOpen();
        boolean answered = step == OrderStep.BILLING && !isBillingNeeded();
        if (step.compareTo(open) > 0 || answered) {
            goTo(open);
            return false;
        }
        return true;
    }

    /** A link may name a period in which nothing of the product is sold. */
    private BillingPeriod sold(BillingPeriod wanted) {
        List<BillingPeriod> periods = shop().periods(draft().product());
        return periods.isEmpty() || periods.contains(wanted) ? wanted : periods.get(0);
    }

    void goTo(OrderStep step) throws IOException {
        Redirects.to(faces, draft().address(step));
    }

    /** The first step that must be answered before the order can be placed; the summary when none is left. */
    OrderStep firstOpen() {
        if (shop().product(draft().product()).isEmpty()) {
            return OrderStep.PRODUCT;
        }
        if (chosenPlan().isEmpty()) {
            return OrderStep.PLAN;
        }
        return isBillingNeeded() ? OrderStep.BILLING : OrderStep.SUMMARY;
    }

    /** The chosen plan, when it is sold for the chosen period. */
    Optional<PlanCard> chosenPlan() {
        return shop().plan(draft().product(), draft().plan()).filter(plan -> plan.price(draft().period()) != null);
    }

    OrderDraft draft() {
        if (draft == null) {
            ExternalContext external = faces.getExternalContext();
            draft = OrderDraft.of(external.getRequestParameterMap());
        }
        return draft;
    }

    /** Goes on with another choice; what was quoted before is forgotten. */
    void choose(OrderDraft chosen) {
        draft = chosen;
        quote = null;
        problem = null;
        couponProblem = null;
    }

    AccountView account() {
        if (account == null) {
            account = accounts.view(caller.accountId().orElseThrow());
        }
        return account;
    }

    Shop shop() {
        if (shop == null) {
            shop = new Shop(catalog.current(), currency());
        }
        return shop;
    }

    List<AddOnChoice> addOns() {
        return shop().addOns(draft().product(), draft().plan(), draft().period());
    }

    /** True until an invoice can be addressed. */
    boolean isBillingNeeded() {
        return account().company().isBlank()
                || account().country().isBlank()
                || account().address().isBlank();
    }

    /** The price of what is chosen; null while nothing is, or when it can't be ordered so. */
    public @Nullable QuoteView getQuote() {
        if (quote == null && problem == null && chosenPlan().isPresent()) {
            couponProblem = null;
            ask(draft().coupon());
        }
        return quote;
    }

    /** A coupon that does not work is said beside its field; the price is then the one without it. */
    private void ask(@Nullable String coupon) {
        try {
            quote = quotes.quote(choice(coupon));
        } catch (DomainException refused) {
            if (coupon == null || !isAboutCoupon(refused)) {
                problem = Texts.of(faces).ofRefusal(refused);
                return;
            }
            couponProblem = refused instanceof InvalidRequestException
                    ? Texts.of(faces).text("order.coupon.unknown")
                    : Texts.of(faces).ofRefusal(refused);
            ask(null);
        }
    }

    private static boolean isAboutCoupon(DomainException refused) {
        return refused.refusal() instanceof CouponRefusal
                || refused instanceof InvalidRequestException invalid
                        && invalid.errors().stream()
                                .anyMatch(error -> error.field().equals("coupon"));
    }

    /** Why the coupon does not work, for people; null when it does, or there is none. */
    public @Nullable String getCouponProblem() {
        getQuote();
        return couponProblem;
    }

    /** The coupon that lowers the price; null when there is none that works. */
    public @Nullable String getCoupon() {
        return getQuote() == null || couponProblem != null ? null : draft().coupon();
    }

    /** True when there is a price to agree to; on the way in, before anything is shown, nobody asks for a new one. */
    public boolean isPriced() {
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE || getQuote() != null;
    }

    /** Why there is no price, for people; null when there is one or nothing was chosen. */
    public @Nullable String getProblem() {
        getQuote();
        return problem;
    }

    /** The address of the step with the choice as it is by now, for the address bar. */
    public String here(String stepWord) {
        return draft().address(OrderStep.valueOf(stepWord.toUpperCase(java.util.Locale.ROOT)));
    }

    public BillingPeriod getPeriod() {
        return draft().period();
    }

    /** True for a perpetual license, which is paid once. */
    public boolean isOnce() {
        return getPeriod() == BillingPeriod.ONCE;
    }

    private Choice choice(@Nullable String coupon) {
        return new Choice(
                null,
                draft().product() == null ? "" : draft().product(),
                draft().plan() == null ? "" : draft().plan(),
                draft().period(),
                currency().getCurrencyCode(),
                draft().addOns(),
                coupon);
    }

    private Currency currency() {
        String wanted = draft().currency();
        String own = account().currency();
        if (wanted == null || account().currencyFixed()) {
            return Currency.getInstance(own);
        }
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getCurrencyCode().equals(wanted))
                .findFirst()
                .orElse(Currency.getInstance(own));
    }
}
