package org.chancery.web.portal.help;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.chancery.web.portal.component.Phrases;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Why a check failed: all answers, or the way to the one that is asked for. */
@Named
@RequestScoped
public class ChecksBacking {

    @Inject
    private Phrases phrases;

    @Inject
    private FacesContext faces;

    private @Nullable String code;
    private @Nullable String reason;

    /** Leads to the answer, when the address or the form names one. */
    public void arrive() throws IOException {
        Optional<CheckAnswer> asked = asked();
        if (asked.isPresent()) {
            Redirects.to(faces, asked.get().address());
        }
    }

    private Optional<CheckAnswer> asked() {
        String text = Objects.requireNonNullElse(code, "") + " " + Objects.requireNonNullElse(reason, "");
        return LoggedCode.read(text).flatMap(logged -> CheckAnswer.find(logged.number(), logged.reason()));
    }

    /** True when something was asked for that no answer fits. */
    public boolean isUnknown() {
        return code != null && !code.isBlank() && asked().isEmpty();
    }

    public List<CheckAnswer> getAnswers() {
        return CheckAnswer.all();
    }

    public String title(CheckAnswer answer) {
        return phrases.text(answer.key());
    }

    public String meaning(CheckAnswer answer) {
        return phrases.text(answer.key() + ".means");
    }

    public String advice(CheckAnswer answer) {
        return phrases.text(answer.key() + ".do");
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
