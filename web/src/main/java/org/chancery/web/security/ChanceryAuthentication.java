package org.chancery.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.chancery.service.account.OperatorSignInService;
import org.chancery.service.account.SignInService;
import org.chancery.service.account.SignedInOperator;
import org.chancery.service.account.SignedInUser;
import org.chancery.service.account.TokenService;
import org.chancery.service.platform.CallerIdentity;
import org.chancery.service.platform.MachineTime;
import org.chancery.web.edge.RouteTable;

/**
 * The one authentication mechanism: pages are authenticated by their session, the API by a bearer token and never by a
 * cookie. License and check secrets are no principals; the licensing service looks them up itself.
 */
@ApplicationScoped
public class ChanceryAuthentication implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    @Inject
    private TokenService tokens;

    @Inject
    private OperatorSignInService operators;

    @Inject
    private SignInService customers;

    @Inject
    @MachineTime
    private Clock clock;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getRequestURI().startsWith("/api/")) {
            return bearer(request)
                    .flatMap(tokens::authenticate)
                    .map(token -> context.notifyContainerAboutLogin(token.principalName(), token.roles()))
                    .orElseGet(context::doNothing);
        }
        Optional<SignedIn> user = SignedIn.of(request);
        if (user.isEmpty()) {
            return context.doNothing();
        }
        if (user.get().isOverAt(clock.instant())) {
            request.getSession().invalidate();
            return context.doNothing();
        }
        return current(user.get(), request)
                .map(person -> context.notifyContainerAboutLogin(person.principal(), person.roles()))
                .orElseGet(context::doNothing);
    }

    /** A role may have changed, or ended, since the sign-in: for every page it is read anew. */
    private Optional<SignedIn> current(SignedIn person, HttpServletRequest request) {
        if (!RouteTable.isPage(request.getRequestURI())) {
            return Optional.of(person); // sheets, scripts and pictures
        }
        Optional<SignedIn> now = Optional.ofNullable(
                        CallerIdentity.parse(person.principal()).id())
                .flatMap(id -> rolesNow(person, id))
                .map(person::nowWith);
        if (now.isEmpty()) {
            request.getSession().invalidate();
        } else if (!now.get().equals(person)) {
            now.get().remember(request);
        }
        return now;
    }

    private Optional<Set<String>> rolesNow(SignedIn person, UUID id) {
        return person.isOperator()
                ? operators.revalidate(id).map(SignedInOperator::roles)
                : customers.revalidate(id).map(SignedInUser::roles);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .filter(token -> token.startsWith("opr_") || token.startsWith("acc_"));
    }
}
