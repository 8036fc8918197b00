package org.chancery.web.portal.instance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.chancery.service.licensing.InstanceDetail;
import org.chancery.service.licensing.InstanceEventView;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Phrases;

/** How an instance is told of: its state, and what happened to it. */
@Named
@RequestScoped
public class InstanceWords {

    private static final String PREFIX = "instance.";

    @Inject
    private Phrases phrases;

    @Inject
    private Clock clock;

    @Inject
    private FacesContext faces;

    /** Its state in one sentence. */
    public String line(InstanceDetail detail) {
        String key = "instance.line." + word(detail);
        return switch (detail.condition()) {
            case ONLINE -> phrases.text(key, time(detail.instance().nextCheckBy()));
            case LATE, SILENT, LAPSED ->
                phrases.text(key, time(detail.instance().leaseUntil()));
            case OVER_LIMIT -> phrases.text(key, time(Objects.requireNonNull(detail.overLimitUntil())));
            case RELEASED, DEACTIVATED -> phrases.text(key);
        };
    }

    /** True when there is something to be done, or to be known, about its state. */
    public boolean isAdvised(InstanceDetail detail) {
        return phrases.has(adviceKey(detail));
    }

    /** What can be done about its state. */
    public String advice(InstanceDetail detail) {
        return phrases.text(adviceKey(detail));
    }

    private static String adviceKey(InstanceDetail detail) {
        return "instance.advice." + word(detail);
    }

    private static String word(InstanceDetail detail) {
        return detail.condition().name().toLowerCase(Locale.ROOT);
    }

    /** True when its next check should have come by now. */
    public boolean isOverdue(InstanceDetail detail) {
        return clock.instant().isAfter(detail.instance().nextCheckBy());
    }

    /** When the release that it runs was made. */
    public String released(InstanceDetail detail) {
        return phrases.text("instance.released", Dates.of(faces).day(detail.releaseDate()));
    }

    /** Whether it knows what its license grants by now. */
    public String changes(InstanceDetail detail) {
        if (detail.instance().restartNeeded()) {
            return phrases.text("instance.changes.restart");
        }
        if (!detail.changesComing()) {
            return phrases.text("instance.changes.applied");
        }
        return detail.condition().runs()
                ? phrases.text("instance.changes.coming", time(detail.instance().nextCheckBy()))
                : phrases.text("instance.changes.later");
    }

    /** True when its seat stays taken for a while though it has stopped. */
    public boolean isSeatKept(InstanceDetail detail) {
        return !detail.condition().runs() && detail.instance().seatUntil().isAfter(clock.instant());
    }

    /** What happened, in a few words. */
    public String title(InstanceEventView event) {
        return phrases.text("instance.event." + kind(event) + (isComeback(event) ? ".again" : ""));
    }

    /** What happened, told. */
    public String story(InstanceEventView event) {
        String key = "instance.event." + kind(event) + ".story";
        String address = event.address();
        String other = event.otherAddress();
        if (address == null) {
            return phrases.text(key);
        }
        return other == null ? phrases.text(key, address) : phrases.text(key, address, other);
    }

    /** True when somebody should do something about it. */
    public boolean isAdvised(InstanceEventView event) {
        return phrases.has(todoKey(event));
    }

    public String advice(InstanceEventView event) {
        return phrases.text(todoKey(event));
    }

    /** True when somebody else may have its files. */
    public boolean isMaybeStolen(InstanceEventView event) {
        return kind(event).equals("cloned");
    }

    private static String todoKey(InstanceEventView event) {
        return "instance.event." + kind(event) + ".todo";
    }

    private static boolean isComeback(InstanceEventView event) {
        return event.epoch() > 1 && kind(event).equals("activated");
    }

    private static String kind(InstanceEventView event) {
        return event.type().substring(PREFIX.length());
    }

    private String time(Instant instant) {
        return Dates.of(faces).time(instant);
    }
}
