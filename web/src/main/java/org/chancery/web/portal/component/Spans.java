package org.chancery.web.portal.component;

import jakarta.faces.context.FacesContext;
import java.time.Duration;
import java.time.Instant;

/** Spans of time in words: how long ago, how long, how often. An exact time has to stand beside what is long ago. */
public final class Spans {

    private static final long MOMENT_SECONDS = 5;
    private static final double MILLIS = 1_000;

    private final Texts texts;

    public Spans(Texts texts) {
        this.texts = texts;
    }

    /** For the reader of this page. */
    public static Spans of(FacesContext faces) {
        return new Spans(Texts.of(faces));
    }

    /** Such as 3 minutes ago, in whole units of the largest kind; what lies ahead by a clock that differs is just now. */
    public String ago(Instant instant, Instant now) {
        Duration ago = Duration.between(instant, now);
        if (ago.toSeconds() < MOMENT_SECONDS) {
            return texts.text("span.now");
        }
        return texts.text("span.ago." + unitOf(ago), amountOf(ago));
    }

    /** Such as 12 ms, 3.4 s or 2 min 5 s. */
    public String length(Duration length) {
        if (length.toSeconds() == 0) {
            return texts.text("span.length.millis", length.toMillis());
        }
        return switch (unitOf(length)) {
            case "seconds" -> texts.text("span.length.seconds", length.toMillis() / MILLIS);
            case "minutes" -> texts.text("span.length.minutes", length.toMinutes(), length.toSecondsPart());
            default -> texts.text("span.length.hours", length.toHours(), length.toMinutesPart());
        };
    }

    /** Such as every 10 minutes. */
    public String every(Duration interval) {
        return texts.text("span.every." + unitOf(interval), amountOf(interval));
    }

    private static String unitOf(Duration span) {
        if (span.toMinutes() == 0) {
            return "seconds";
        }
        if (span.toHours() == 0) {
            return "minutes";
        }
        return span.toDays() == 0 ? "hours" : "days";
    }

    private static long amountOf(Duration span) {
        return switch (unitOf(span)) {
            case "seconds" -> span.toSeconds();
            case "minutes" -> span.toMinutes();
            case "hours" -> span.toHours();
            default -> span.toDays();
        };
    }
}
