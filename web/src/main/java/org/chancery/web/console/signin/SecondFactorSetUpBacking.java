package org.chancery.web.console.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.chancery.service.account.OperatorSignInService;
import org.chancery.service.account.SecondFactorSetup;
import org.chancery.service.account.SignedInOperator;
import org.chancery.service.account.domain.QrImage;
import org.chancery.web.edge.ReturnAddress;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.portal.component.Texts;
import org.chancery.web.security.Attempt;
import org.chancery.web.security.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Sets up an operator's second factor: first the QR code, then the ten recovery codes. Those are in the answer to the
 * first right code and nowhere else, so that page is not behind a redirect.
 */
@Named
@RequestScoped
public class SecondFactorSetUpBacking {

    private static final int QUIET_ZONE = 4;
    private static final int GROUP = 4;

    @Inject
    private OperatorSignInService signIn;

    @Inject
    private OperatorEntrance entrance;

    @Inject
    private Attempt attempt;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    private @Nullable SecondFactorSetup setup;
    private List<String> recoveryCodes = List.of();
    private @Nullable String code;
    private @Nullable String next;
    private boolean stored;

    /** Draws a new secret at every visit: what was shown on another screen before is worth nothing. */
    public void arrive() throws IOException {
        if (SignedIn.of(request).filter(SignedIn::isOperator).isPresent()) {
            Redirects.to(faces, ReturnAddress.orHome(next, OperatorEntrance.HOME));
        } else if (attempt.value().isEmpty()) {
            Redirects.to(faces, Redirects.withNext(OperatorEntrance.DOOR, next));
        } else {
            setup = signIn.setUp(attempt.value().orElseThrow());
        }
    }

    /** The first code of the app finishes the set-up and signs in. */
    public void confirm() {
        SignedInOperator operator = signIn.confirmSetUp(attempt.value().orElse(""), code == null ? "" : code.strip());
        recoveryCodes = operator.recoveryCodes();
        entrance.admit(operator);
    }

    /** The codes are stored; the console opens. */
    public void leave() throws IOException {
        Redirects.to(faces, ReturnAddress.orHome(next, OperatorEntrance.HOME));
    }

    /** True once the second factor is set up and only the recovery codes remain to be stored. */
    public boolean isDone() {
        return !recoveryCodes.isEmpty();
    }

    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getHeading() {
        return Texts.of(faces).text(isDone() ? "console.recovery.title" : "console.setUp.title");
    }

    /** The secret in groups of four, easier to type. */
    public String getSecret() {
        return setup().secret().replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    public QrImage getQr() {
        return setup().qr();
    }

    /** What the QR code covers, its free border included. */
    public String getViewBox() {
        int side = getQr().size() + 2 * QUIET_ZONE;
        return "-" + QUIET_ZONE + " -" + QUIET_ZONE + " " + side + " " + side;
    }

    private SecondFactorSetup setup() {
        if (setup == null) {
            setup = signIn.resumeSetUp(attempt.value().orElse("")); // after a wrong code
        }
        return setup;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getNext() {
        return next;
    }

    public void setNext(@Nullable String next) {
        this.next = next;
    }

    public boolean isStored() {
        return stored;
    }

    public void setStored(boolean stored) {
        this.stored = stored;
    }
}
