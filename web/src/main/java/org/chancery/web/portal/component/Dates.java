package org.chancery.web.portal.component;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
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

    /** The end of a calendar day in the reader's zone: the first instant that no longer belongs to it. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** An end in words: the last day it leaves whole, or its time when it falls within a day. */
    public String lastDay(Instant end) {
        boolean midnight = end.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? date(end.minusNanos(1)) : time(end);
    }

    /** A month in words, such as November 2026. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    /** True once the calendar day of this instant has passed. */
    public boolean isDayOver(Instant instant, Instant now) {
        return instant.atZone(zone).toLocalDate().isBefore(now.atZone(zone).toLocalDate());
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
