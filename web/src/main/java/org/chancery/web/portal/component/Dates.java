package org.chancery.web.portal.component;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.chancery.web.security.SignedIn;

/** Dates and times as one reader sees them: stored in UTC, shown in the reader's zone, which is always named. */
public final class Dates {

    private final Locale locale;
    private final ZoneId zone;

    public Dates(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }

    /** For the reader of this page. */
    public static Dates of(FacesContext faces) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        ZoneId zone = SignedIn.of(request).map(SignedIn::zone).orElse(ZoneOffset.UTC);
        return new Dates(faces.getViewRoot().getLocale(), zone);
    }

    /** A calendar date in words. */
    public String date(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** A day in words that no zone moves. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /** A date with its time, and the zone it is told in. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(instant.atZone(zone))
                + " "
                + DateTimeFormatter.ofPattern("z", locale).format(instant.atZone(zone));
    }
}
