package org.chancery.web.console.key;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chancery.model.licensing.SigningKeyState;
import org.chancery.service.licensing.SigningKeyRow;
import org.chancery.service.licensing.SigningKeyService;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** All signing keys, and the step before one is replaced. */
@Named
@RequestScoped
public class SigningKeysBacking {

    static final String PAGE = "/console/signing-keys";

    @Inject
    private SigningKeyService keys;

    @Inject
    private Phrases phrases;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable List<SigningKeyRow> rows;

    /** 403 for all but administrators. */
    public void load() {
        getRows();
    }

    public void prepare() throws IOException {
        keys.prepare();
        messages.afterRedirect("console.keys.prepared");
        Redirects.to(faces, PAGE);
    }

    public List<SigningKeyRow> getRows() {
        if (rows == null) {
            rows = keys.list();
        }
        return rows;
    }

    /** The key that waits, or null. */
    public @Nullable SigningKeyRow getNext() {
        return first(SigningKeyState.NEXT);
    }

    /** True when there are keys and none of them signs: nothing is activated or checked then. */
    public boolean isMute() {
        return !getRows().isEmpty() && first(SigningKeyState.SIGNING) == null;
    }

    private @Nullable SigningKeyRow first(SigningKeyState state) {
        return getRows().stream()
                .filter(row -> row.state() == state)
                .findFirst()
                .orElse(null);
    }

    public String state(SigningKeyRow row) {
        return phrases.text("console.keys.state." + word(row));
    }

    public String tone(SigningKeyRow row) {
        return switch (row.state()) {
            case NEXT -> "info";
            case SIGNING -> "ok";
            case RETIRED -> "neutral";
        };
    }

    /** What the instant beside the state means. */
    public String since(SigningKeyRow row) {
        return phrases.text("console.keys.since." + word(row));
    }

    /** Since when it has been in its state; null for a key that an older release has retired. */
    public @Nullable Instant at(SigningKeyRow row) {
        return switch (row.state()) {
            case NEXT -> row.createdAt();
            case SIGNING -> row.signsSince();
            case RETIRED -> row.retiredAt();
        };
    }

    private static String word(SigningKeyRow row) {
        return row.state().name().toLowerCase(Locale.ROOT);
    }
}
