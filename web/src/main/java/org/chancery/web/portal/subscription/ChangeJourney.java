package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.subscription.SubscriptionRefusal;
import org.chancery.model.subscription.SubscriptionStatus;
import org.chancery.model.time.BillingPeriod;
import org.chancery.model.time.ServicePeriod;
import org.chancery.service.catalog.CatalogService;
import org.chancery.service.checkout.QuoteService;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.chancery.web.portal.order.Shop;
import org.jspecify.annotations.Nullable;

/** A change in the making in this request: of what, to what, when, and what it costs. */
@Named("change")
@RequestScoped
public class ChangeJourney {

    private static final String NOW = "now";

    @Inject
    private FacesContext faces;

    @Inject
    private PathId pathId;

    @Inject
    private Portal portal;

    @Inject
    private Messages messages;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private CatalogService catalog;

    @Inject
    private QuoteService quotes;

    /** What the engine says to a wish. */
    private record Answer(@Nullable QuoteView quote, @Nullable DomainException refused) {}

    private @Nullable ChangeDraft draft;
    private @Nullable SubscriptionView subscription;
    private @Nullable Shop shop;
    private @Nullable Answer answer;
    private List<ChangeTime> times = List.of();

    /** Lets a page of the change open, or leads away from it. @return true when it may open */
    boolean enter() throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return false;
        }
        SubscriptionStatus status = getSubscription().status();
        boolean overdue = status.isBehind();
        if (overdue) {
            messages.errorAfterRedirect("problem.303.payment-overdue");
        }
        if (overdue || !status.isRunning()) {
            Redirects.to(faces, getHome());
            return false;
        }
        return true;
    }

    ChangeDraft draft() {
        if (draft == null) {
            draft = ChangeDraft.of(faces.getExternalContext().getRequestParameterMap());
        }
        return draft;
    }

    /** Goes on with another choice; what was quoted before is forgotten. */
    void choose(ChangeDraft chosen) {
        draft = chosen;
        forget();
    }

    /** What was quoted no longer holds. */
    void forget() {
        answer = null;
        times = List.of();
    }

    /** @throws NotFoundException when there is no such subscription, or it is another's */
    public SubscriptionView getSubscription() {
        if (subscription == null) {
            subscription = subscriptions.get(pathId.require());
        }
        return subscription;
    }

    Shop shop() {
        if (shop == null) {
            shop = new Shop(catalog.current(), getSubscription().currency());
        }
        return shop;
    }

    /** The address of the subscription; pages of the change lie below it. */
    public String getHome() {
        return "/subscriptions/" + getSubscription().id();
    }

    String confirmAddress() {
        answer();
        return getHome() + "/change/confirm" + draft().at(getTime()).query();
    }

    /** Where the choice is made, with the choice. */
    public String getBack() {
        return getHome() + (draft().isAddOnsOnly() ? "/add-ons" : "/change") + draft().query();
    }

    /** The billing period after the change. */
    public BillingPeriod getPeriod() {
        BillingPeriod chosen = draft().period();
        return chosen == null ? getSubscription().period() : chosen;
    }

    /** What the change costs; null while nothing is chosen, or when it is not possible. */
    public @Nullable QuoteView getQuote() {
        return answer().quote();
    }

    /** Why there is no price, for people; null when there is one or nothing was chosen. */
    public @Nullable String getProblem() {
        DomainException refused = answer().refused();
        return refused == null || isSame() ? null : Texts.of(faces).ofRefusal(refused);
    }

    /** True when what is chosen is what they have. */
    public boolean isSame() {
        DomainException refused = answer().refused();
        return refused != null && refused.refusal() == SubscriptionRefusal.NOTHING_CHANGES;
    }

    /** When it can take effect, the usual first; empty where there is nothing to choose. */
    public List<ChangeTime> getTimes() {
        answer();
        return times;
    }

    /** When it is to take effect; null where there is nothing to choose. */
    public @Nullable ChangeTime getTime() {
        List<ChangeTime> offered = getTimes();
        return Optional.ofNullable(draft().when())
                .filter(offered::contains)
                .orElse(offered.isEmpty() ? null : offered.get(0));
    }

    /** For which choice the times are offered: a time chosen for another one counts no more. */
    public String getTimesFor() {
        return draft().at(null).query();
    }

    /** True when only quantities of add-ons change. */
    public boolean isAddOnsOnly() {
        return draft().isAddOnsOnly();
    }

    /** True when there is a price to agree to; on the way in, before anything is shown, nobody asks for a new one. */
    public boolean isPriced() {
        return faces.getCurrentPhaseId() != PhaseId.RENDER_RESPONSE || getQuote() != null;
    }

    /** True when it waits for the end of the period. */
    public boolean isLater() {
        QuoteView quote = getQuote();
        ServicePeriod period = getSubscription().currentPeriod();
        return quote != null && period != null && quote.effectiveAt().equals(period.end());
    }

    /** While a form is still being read nobody asks for a price. */
    private Answer answer() {
        boolean reading =
                faces.isPostback() && faces.getCurrentPhaseId().getOrdinal() < PhaseId.INVOKE_APPLICATION.getOrdinal();
        if (reading) {
            return new Answer(null, null);
        }
        if (answer == null) {
            answer = draft().isBlank() ? new Answer(null, null) : work();
        }
        return answer;
    }

    private Answer work() {
        SubscriptionView of = getSubscription();
        if (of.cancelAt() != null) {
            return ask(ChangeTime.NOW); // there is no later period to wait for
        }
        Answer usual = ask(null);
        if (usual.quote() == null || of.status() == SubscriptionStatus.TRIALING) {
            return usual;
        }
        answer = usual;
        times = offered(usual.quote());
        ChangeTime wanted = getTime();
        return wanted == null || wanted == times.get(0) ? usual : ask(wanted);
    }

    private List<ChangeTime> offered(QuoteView usual) {
        if (isLater()) {
            return isCreditOffered() ? List.of(ChangeTime.PERIOD_END, ChangeTime.NOW) : List.of(ChangeTime.PERIOD_END);
        }
        if (!draft().isAddOnsOnly()) {
            return List.of(ChangeTime.NOW, ChangeTime.PERIOD_END);
        }
        return usual.lines().isEmpty() ? List.of(ChangeTime.NEXT_INVOICE, ChangeTime.NOW) : List.of();
    }

    /** Where nothing is given back for a cancellation, nothing is given back for a change either. */
    private boolean isCreditOffered() {
        return shop().product(getSubscription().product())
                .map(product ->
                        product.cancellation() == null || product.cancellation().contains(NOW))
                .orElse(true);
    }

    private Answer ask(@Nullable ChangeTime time) {
        try {
            return new Answer(
                    quotes.quoteChange(draft().at(time).wish(getSubscription().id())), null);
        } catch (NotFoundException gone) {
            throw gone;
        } catch (DomainException refused) {
            return new Answer(null, refused);
        }
    }
}
