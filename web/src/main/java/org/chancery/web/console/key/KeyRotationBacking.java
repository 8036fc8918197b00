package org.chancery.web.console.key;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.chancery.model.licensing.SigningKeyState;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.licensing.SigningKeyRow;
import org.chancery.service.licensing.SigningKeyService;
import org.chancery.web.portal.component.Messages;
import org.chancery.web.portal.component.Redirects;
import org.jspecify.annotations.Nullable;

/** Asks before the waiting key signs, and says what that means. */
@Named
@RequestScoped
public class KeyRotationBacking {

    @Inject
    private HttpServletRequest request;

    @Inject
    private SigningKeyService keys;

    @Inject
    private Messages messages;

    @Inject
    private FacesContext faces;

    private @Nullable SigningKeyRow key;

    /** Answers 404 when no such key waits, and 403 for all but administrators. */
    public void load() {
        getKey();
    }

    public void rotate() throws IOException {
        keys.rotate(getKey().kid());
        messages.afterRedirect("console.keys.rotated");
        Redirects.to(faces, SigningKeysBacking.PAGE);
    }

    public SigningKeyRow getKey() {
        if (key == null) {
            String kid = String.valueOf(request.getParameter("id"));
            key = keys.list().stream()
                    .filter(row ->
                            row.state() == SigningKeyState.NEXT && row.kid().equals(kid))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("signing key", kid));
        }
        return key;
    }
}
