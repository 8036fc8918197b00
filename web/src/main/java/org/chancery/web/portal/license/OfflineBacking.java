package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.Ids;
import org.chancery.service.licensing.OfflineLicenseService;
import org.chancery.service.licensing.OfflineLicenseView;
import org.chancery.service.licensing.OfflineOffer;
import org.chancery.service.platform.PageOf;
import org.chancery.web.portal.component.ConfirmedActs;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.PathId;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** The offline licenses of a license: those there are, and how to get another one. */
@Named
@RequestScoped
public class OfflineBacking {

    private static final int PAGE = 25;

    @Inject
    private OfflineLicenseService files;

    @Inject
    private LicensePlace place;

    @Inject
    private ConfirmedActs acts;

    @Inject
    private OfflineWords words;

    @Inject
    private PathId pathId;

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
    private @Nullable String request;
    private @Nullable OfflineOffer offer;
    private @Nullable PageOf<OfflineLicenseView> page;

    /** Another's license is found out before anything of the page is written. */
    public void arrive() {
        place.getLicense();
        page();
    }

    /** Asks for the file, once for each showing of the page. */
    public void issue() throws IOException {
        Optional<OfflineLength> length = OfflineLength.ofWord(sent("length"));
        if (length.isEmpty()) {
            messages.error(null, "offline.length.required");
            return;
        }
        messages.follow(acts.once(pathId.require("ticket"), () -> issued(length.get())));
    }

    private ConfirmedActs.Outcome issued(OfflineLength length) {
        UUID id = place.id();
        Instant asked = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration time = length.length();
        OfflineLicenseView file = new CarriedFile("request", phrases)
                .brought(() -> files.issue(id, request, time == null ? null : time.toSeconds()));
        return new ConfirmedActs.Outcome(OfflineFileBacking.addressOf(id, file.id()), outcome(file, length, asked));
    }

    /** What came of the wish: a request that was answered before gives its file again, and no file outlives what is paid. */
    private String outcome(OfflineLicenseView file, OfflineLength length, Instant asked) {
        Instant end = file.expiresAt();
        if (file.issuedAt().isBefore(asked)) {
            return phrases.text("offline.issued.again");
        }
        if (end == null) {
            return phrases.text("offline.issued.endless");
        }
        boolean shorter = end.isBefore(file.issuedAt().plus(Duration.ofDays(length.days())));
        return shorter
                ? phrases.text("offline.issued.shorter", words.time(end), length.days())
                : phrases.text("offline.issued", words.time(end));
    }

    /** The lengths that may be asked for. */
    public List<OfflineLength> getLengths() {
        return Arrays.stream(OfflineLength.values())
                .filter(length -> !length.isEndless() || getOffer().endless())
                .toList();
    }

    public boolean isChosen(OfflineLength length) {
        return OfflineLength.ofWord(sent("length")).orElse(OfflineLength.MONTH) == length;
    }

    /** When one of this length would end. */
    public String about(OfflineLength length) {
        Duration time = length.length();
        return time == null
                ? phrases.text("offline.length.endless.about")
                : phrases.text("offline.length.about", clock.instant().plus(time));
    }

    /** What canceling at once does while files live, with the date of the last one's end when that is known. */
    public String getMoneyLine() {
        Instant until = getOffer().lentUntil();
        return until == null ? phrases.text("offline.money") : phrases.text("offline.money.until", words.time(until));
    }

    /** True for what can be canceled at all: something bought once is not. */
    public boolean isCancelable() {
        return !getOffer().endless();
    }

    /** True when a file may be asked for: the license has the feature and may be used. */
    public boolean isIssuing() {
        return getOffer().included() && place.getLicense().reason() == null;
    }

    public List<OfflineLicenseView> getFiles() {
        return page().data();
    }

    /** What the link to more of them asks after; null when there are none. */
    public @Nullable UUID getNext() {
        return page().next();
    }

    private PageOf<OfflineLicenseView> page() {
        if (page == null) {
            page = files.list(place.id(), after, PAGE);
        }
        return page;
    }

    public OfflineOffer getOffer() {
        if (offer == null) {
            offer = files.offer(place.id());
        }
        return offer;
    }

    /** Tells one showing of the page from another: each may be confirmed once. */
    public UUID getTicket() {
        return ids.next();
    }

    public String getAddress() {
        return addressOf(place.id());
    }

    /** The page of a license's files. */
    public static String addressOf(UUID license) {
        return "/licenses/" + license + "/offline";
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

    /** What the site wrote, as it was pasted. */
    public @Nullable String getRequest() {
        return request;
    }

    public void setRequest(@Nullable String request) {
        this.request = request;
    }
}
