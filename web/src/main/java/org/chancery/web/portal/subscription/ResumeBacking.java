package org.chancery.web.portal.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.chancery.model.money.Money;
import org.chancery.service.checkout.CancellationService;
import org.chancery.service.subscription.SubscriptionService;
import org.chancery.service.subscription.SubscriptionView;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Keeps a plan that was to end with its period. Owners only. */
@Named
@RequestScoped
public class ResumeBacking {

    @Inject
    private PathId pathId;

    @Inject
    private Portal portal;

    @Inject
    private SubscriptionService subscriptions;

    @Inject
    private CancellationService cancellations;

    @Inject
    private SubscriptionWords words;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    private @Nullable SubscriptionView subscription;

    /** What goes on anyway has nothing to resume. */
    public void arrive() throws IOException {
        if (!portal.isMayAdminister()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        if (!words.isEnding(of())) {
            Redirects.to(faces, getHome());
        }
    }

    /** Goes on. A second click finds it going on already and says the same. */
    public void resume() throws IOException {
        if (words.isEnding(of())) {
            cancellations.resume(of().id());
        }
        messages.afterRedirect("resume.done", of().planName());
        Redirects.to(faces, getHome());
    }

    public String getHeading() {
        return phrases.text("resume.heading", of().planName());
    }

    /** What happens on the day on which it would have ended. */
    public String getEffect() {
        Instant end = Objects.requireNonNull(of().cancelAt());
        return phrases.text("resume.effect", end, new Money(of().amountPerPeriod(), of().currency()));
    }

    public String getHome() {
        return "/subscriptions/" + pathId.require();
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
}
