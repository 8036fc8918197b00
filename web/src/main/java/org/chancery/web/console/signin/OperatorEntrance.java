package org.chancery.web.console.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import org.chancery.service.account.SignedInOperator;
import org.chancery.service.platform.MachineTime;
import org.chancery.web.portal.component.Texts;
import org.chancery.web.security.Attempt;
import org.chancery.web.security.SignedIn;

/** Starts the session of an operator who proved everything that is asked for. */
@RequestScoped
public class OperatorEntrance {

    static final String DOOR = "/console/sign-in";
    static final String HOME = "/console";

    @Inject
    private Attempt attempt;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    @MachineTime
    private Clock clock;

    /** The browser's attempt is over; from here on its session speaks for the operator. Times are shown in UTC. */
    void admit(SignedInOperator operator) {
        attempt.end(response());
        String role = Texts.of(faces).text("console.role." + operator.role());
        new SignedIn(
                        operator.principalName(),
                        operator.roles(),
                        operator.email(),
                        role,
                        ZoneId.of("UTC"),
                        clock.instant())
                .enter(request);
    }

    HttpServletResponse response() {
        return (HttpServletResponse) faces.getExternalContext().getResponse();
    }
}
