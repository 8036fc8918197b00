package org.chancery.web.portal.license;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.chancery.service.licensing.OfflineLicenseView;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.Phrases;
import org.jspecify.annotations.Nullable;

/** How offline licenses are spoken of. */
@Named
@RequestScoped
public class OfflineWords {

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    public String tone(OfflineLicenseView file) {
        return switch (file.state()) {
            case "living" -> "ok";
            case "lost" -> "warn";
            default -> "neutral";
        };
    }

    public String word(OfflineLicenseView file) {
        return phrases.text("offline.state." + file.state());
    }

    /** What it is good for: a whole deployment, or one instance of it. */
    public String boundTo(OfflineLicenseView file) {
        return phrases.text("offline.bound." + file.bindType());
    }

    /** Whether a seat is taken by it. */
    public String seat(OfflineLicenseView file) {
        return phrases.text(file.holdsSeat() ? "offline.seat.held" : "offline.seat.free");
    }

    /** How it stands, in one sentence. */
    public String line(OfflineLicenseView file) {
        Instant end = file.expiresAt();
        Instant closed = file.closedAt();
        return switch (file.state()) {
            case "living" ->
                end == null ? phrases.text("offline.line.endless") : phrases.text("offline.line.living", time(end));
            case "returned" -> phrases.text("offline.line.returned", time(closed));
            case "lost" ->
                file.holdsSeat()
                        ? phrases.text("offline.line.lost.held", time(end))
                        : phrases.text("offline.line.lost", time(closed));
            default -> phrases.text("offline.line.over", time(end));
        };
    }

    String time(@Nullable Instant instant) {
        return instant == null ? "" : Dates.of(faces).time(instant);
    }
}
