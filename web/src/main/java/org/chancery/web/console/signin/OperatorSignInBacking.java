package org.chancery.web.console.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.chancery.service.account.OperatorSignIn;
import org.chancery.service.account.OperatorSignInService;
import org.chancery.service.account.SignedInOperator;
import org.chancery.web.edge.ReturnAddress;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.security.Attempt;
import org.chancery.web.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** An operator's sign-in: an address, the code that was mailed to it, then the second factor where one is set up. */
@Named
@RequestScoped
public class OperatorSignInBacking {

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

    private @Nullable String email;
    private @Nullable String code;
    private @Nullable String next;

    /** Whoever is signed in already has no business here. */
    public void arrive() throws IOException {
        if (SignedIn.of(request).filter(SignedIn::isOperator).isPresent()) {
            Redirects.to(faces, ReturnAddress.orHome(next, OperatorEntrance.HOME));
        }
    }

    /** The later steps make sense only in a browser that asked for a code. */
    public void arriveAtCode() throws IOException {
        arrive();
        if (!faces.getResponseComplete() && attempt.value().isEmpty()) {
            Redirects.to(faces, Redirects.withNext(OperatorEntrance.DOOR, next));
        }
    }

    /** Mails a code; all addresses are answered alike. */
    public void send() throws IOException {
        String typed = email == null ? "" : email.strip();
        String value = attempt.begin(typed, entrance.response());
        signIn.start(typed, request.getRemoteAddr(), value);
        Redirects.to(faces, Redirects.withNext(OperatorEntrance.DOOR + "/code", next));
    }

    /** Mails another code to the same address. */
    public void sendAgain() throws IOException {
        email = attempt.email().orElse("");
        send();
    }

    /** Uses the mailed code up and goes to whatever comes next. */
    public void enter() throws IOException {
        OperatorSignIn result = signIn.finish(attempt.value().orElse(""), code);
        SignedInOperator operator = result.operator();
        if (operator != null) {
            goIn(operator);
            return;
        }
        String step = result.stage() == OperatorSignIn.Stage.ASK_SECOND_FACTOR ? "/second-factor" : "/set-up";
        Redirects.to(faces, Redirects.withNext(OperatorEntrance.DOOR + step, next));
    }

    /** The second factor: a code of the app, or a recovery code. */
    public void confirm() throws IOException {
        goIn(signIn.confirm(attempt.value().orElse(""), code == null ? "" : code.strip()));
    }

    private void goIn(SignedInOperator operator) throws IOException {
        entrance.admit(operator);
        Redirects.to(faces, ReturnAddress.orHome(next, OperatorEntrance.HOME));
    }

    public String getSentTo() {
        return attempt.email().orElse("");
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
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
}
