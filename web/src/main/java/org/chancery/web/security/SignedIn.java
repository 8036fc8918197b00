package org.chancery.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.CallerIdentity;

/**
 * The person a session belongs to.
 *
 * @param principal the name under which the services know the caller
 * @param roles the container roles, from {@link org.chancery.service.platform.Roles}
 * @param email what the page shows as signed in
 * @param displayName the company, or the operator's role
 * @param zone in which times are shown
 * @param since when the person signed in, by the machine's clock
 */
public record SignedIn(
        String principal, Set<String> roles, String email, String displayName, ZoneId zone, Instant since)
        implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "org.chancery.signed.in";
    private static final Duration CUSTOMER_IDLE = Duration.ofMinutes(30);
    private static final Duration OPERATOR_IDLE = Duration.ofMinutes(15);
    private static final Duration CUSTOMER_LONGEST = Duration.ofHours(12);
    private static final Duration OPERATOR_LONGEST = Duration.ofHours(8);

    public SignedIn {
        roles = Set.copyOf(roles);
    }

    public static Optional<SignedIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((SignedIn) session.getAttribute(ATTRIBUTE));
    }

    /** Starts the session of this person: a new id, so that one planted before the sign-in is worth nothing. */
    public void enter(HttpServletRequest request) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) (isOperator() ? OPERATOR_IDLE : CUSTOMER_IDLE).toSeconds());
        session.setAttribute(ATTRIBUTE, this);
    }

    /** The same person, whose company has got a name and a zone. */
    public SignedIn nowOf(String company, ZoneId itsZone) {
        return new SignedIn(principal, roles, email, company, itsZone, since);
    }

    /** The same person with the roles of today. */
    SignedIn nowWith(Set<String> today) {
        return new SignedIn(principal, today, email, displayName, zone, since);
    }

    /** Keeps this in the session that goes on. */
    public void remember(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** True once the longest life of a session is over, however busy it was. */
    public boolean isOverAt(Instant now) {
        return !now.isBefore(since.plus(isOperator() ? OPERATOR_LONGEST : CUSTOMER_LONGEST));
    }

    public boolean isOperator() {
        return CallerIdentity.parse(principal).kind() == Caller.Kind.OPERATOR;
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }
}
