package org.chancery.web.portal.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import org.chancery.service.account.SignInService;
import org.chancery.service.account.SignedInUser;
import org.chancery.service.platform.MachineTime;
import org.chancery.web.edge.ReturnAddress;
import org.chancery.web.portal.component.Redirects;
import org.chancery.web.security.Attempt;
import org.chancery.web.security.SignedIn;
import org.jspecify.annotations.Nullable;

/** The two steps of a customer's sign-in: an address, then the code that was mailed to it. */
@Named
@RequestScoped
public class SignInBacking {

    private static final String HOME = "/overview";

    @Inject
    private SignInService signIn;

    @Inject
    private Attempt attempt;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    @MachineTime
    private Clock clock;

    private @Nullable String email;
    private @Nullable String code;
    private @Nullable String next;

    /** Whoever is signed in already has no business here. */
    public void arrive() throws IOException {
        if (SignedIn.of(request).filter(user -> !user.isOperator()).isPresent()) {
            Redirects.to(faces, ReturnAddress.orHome(next, HOME));
        }
    }

    /** The code page makes sense only in a browser that asked for a code. */
    public void arriveAtCode() throws IOException {
        arrive();
        if (!faces.getResponseComplete() && attempt.value().isEmpty()) {
            Redirects.to(faces, Redirects.withNext("/sign-in", next));
        }
    }

    /** Mails a code; all addresses are answered alike. */
    public void send() throws IOException {
        String typed = email == null ? "" : email.strip();
        String value = attempt.begin(typed, response());
        signIn.start(typed, request.getRemoteAddr(), value);
        Redirects.to(faces, Redirects.withNext("/sign-in/code", next));
    }

    /** Mails another code to the same address. */
    public void sendAgain() throws IOException {
        email = attempt.email().orElse("");
        send();
    }

    public void enter() throws IOException {
        SignedInUser user = signIn.finish(attempt.value().orElse(""), code);
        attempt.end(response());
        new SignedIn(
                        user.principalName(),
                        user.roles(),
                        user.email(),
                        user.company(),
                        ZoneId.of(user.timeZone()),
                        clock.instant())
                .enter(request);
        String target = ReturnAddress.orHome(next, HOME);
        Redirects.to(faces, user.accountComplete() ? target : Redirects.withNext("/welcome", target));
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
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
