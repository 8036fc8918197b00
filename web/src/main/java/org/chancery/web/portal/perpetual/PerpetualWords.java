package org.chancery.web.portal.perpetual;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chancery.model.perpetual.PerpetualStatus;
import org.chancery.service.perpetual.PerpetualView;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Phrases;

/** How perpetual licenses are told of. */
@Named
@RequestScoped
public class PerpetualWords {

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    @Inject
    private Clock clock;

    /** A calendar day in words; it is the same day for everybody. */
    public String day(LocalDate day) {
        return new Dates(faces.getViewRoot().getLocale(), ZoneOffset.UTC)
                .date(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    public String toneOf(PerpetualStatus status) {
        return switch (status) {
            case ACTIVE -> "ok";
            case INCOMPLETE -> "warn";
            case INCOMPLETE_EXPIRED -> "neutral";
        };
    }

    public String wordOf(PerpetualStatus status) {
        return phrases.text("perpetual.status." + status.word());
    }

    /** What its prices do not tell. */
    public String once(PerpetualView perpetual) {
        String coupon = perpetual.coupon();
        return coupon == null ? phrases.text("perpetual.once") : phrases.text("perpetual.once.coupon", coupon);
    }

    /** What it waits for, or which releases it covers, in one sentence. */
    public String about(PerpetualView perpetual) {
        LocalDate until = perpetual.updatesUntil();
        if (until == null) {
            return phrases.text("perpetual.about." + perpetual.status().word());
        }
        boolean lapsed = until.isBefore(clock.instant().atOffset(ZoneOffset.UTC).toLocalDate());
        return phrases.text(lapsed ? "perpetual.covered.lapsed" : "perpetual.covered", day(until));
    }
}
