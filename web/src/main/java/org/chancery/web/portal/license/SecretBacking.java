package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.Ids;
import org.chancery.service.licensing.FleetService;
import org.chancery.service.licensing.LicenseService;
import org.chancery.service.licensing.SecretHolder;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Portal;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** The secret of a license: how to change it, the new one while it may be seen, and who still uses an older one. */
@Named
@RequestScoped
public class SecretBacking {

    private static final int PAGE = 25;
    private static final String ENDED = "ended";

    @Inject
    private LicenseService licenses;

    @Inject
    private FleetService fleet;

    @Inject
    private LicensePlace place;

    @Inject
    private FreshSecrets fresh;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private PathId pathId;

    @Inject
    private Portal portal;

    @Inject
    private Messages messages;

    @Inject
    private Phrases phrases;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    private @Nullable UUID after;
    private @Nullable PageOf<SecretHolder> holders;

    /** Who only reads sees no secret and changes none. */
    public void arrive() throws IOException {
        if (!portal.isMayManage()) {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_FORBIDDEN, null);
            faces.responseComplete();
            return;
        }
        place.getLicense();
    }

    /** Makes the new secret, once for each showing of the page: a second click must not end the secret so far. */
    public void change() throws IOException {
        Optional<Overlap> overlap = Overlap.ofWord(sent("overlap"));
        if (overlap.isEmpty()) {
            messages.error(null, "secret.overlap.required");
            return;
        }
        messages.follow(acts.once(pathId.require("ticket"), () -> changed(overlap.get())));
    }

    private ConfirmedActs.Outcome changed(Overlap overlap) {
        UUID id = place.id();
        fresh.keep(id, licenses.rotateSecret(id, overlap.length()).secret());
        return new ConfirmedActs.Outcome(getAddress(), phrases.text("secret.changed"));
    }

    /** The new secret is stored elsewhere; from now on it is masked here. */
    public void acknowledge() throws IOException {
        fresh.acknowledge(place.id());
        Redirects.to(faces, getAddress());
    }

    public boolean isFresh() {
        return fresh.of(place.id()).isPresent();
    }

    public String getSecret() {
        return fresh.of(place.id()).orElseGet(() -> phrases.text("secret.masked"));
    }

    /** Until when the secret before the current one is accepted; null when it is not. */
    public @Nullable Instant getFormerUntil() {
        Instant until = place.getLicense().previousSecretUntil();
        return until != null && clock.instant().isBefore(until) ? until : null;
    }

    /** How the secrets stand, in one sentence. */
    public String getStateLine() {
        Instant until = getFormerUntil();
        return until == null
                ? phrases.text("secret.state.one")
                : phrases.text("secret.state.two", Dates.of(faces).time(until));
    }

    /** True while there is something to change: the secret of an ended license opens nothing. */
    public boolean isChangeable() {
        return !ENDED.equals(place.getLicense().status());
    }

    public List<Overlap> getOverlaps() {
        return List.of(Overlap.values());
    }

    public boolean isChosen(Overlap overlap) {
        return Overlap.ofWord(sent("overlap")).orElse(Overlap.USUAL) == overlap;
    }

    /** What a choice does to the secret so far, with the date. */
    public String about(Overlap overlap) {
        return phrases.text(
                "secret.overlap." + overlap.word() + ".about",
                Dates.of(faces).time(clock.instant().plus(overlap.length())));
    }

    /** Instances that were activated with an older secret. */
    public List<SecretHolder> getHolders() {
        return holders().data();
    }

    /** What the link to more of them asks after; null when there are none. */
    public @Nullable UUID getNext() {
        return holders().next();
    }

    private PageOf<SecretHolder> holders() {
        if (holders == null) {
            holders = fleet.onOlderSecret(place.id(), after, PAGE);
        }
        return holders;
    }

    /** Tells one showing of the page from another: each may be confirmed once. */
    public UUID getTicket() {
        return ids.next();
    }

    private String getAddress() {
        return addressOf(place.id());
    }

    /** The page of a license's secret. */
    public static String addressOf(UUID license) {
        return "/licenses/" + license + "/secret";
    }

    private String sent(String name) {
        return faces.getExternalContext().getRequestParameterMap().getOrDefault(name, "");
    }

    public @Nullable UUID getAfter() {
        return after;
    }

    public void setAfter(@Nullable UUID after) {
        this.after = after;
    }
}
