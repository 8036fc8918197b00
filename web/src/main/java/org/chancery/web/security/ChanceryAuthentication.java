package org.chancery.web.security;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.chancery.service.account.OperatorSignInService;
import org.chancery.service.account.SignInService;
import org.chancery.service.account.SignedInOperator;
import org.chancery.service.account.SignedInUser;
import org.chancery.service.account.TokenService;
import org.chancery.service.platform.CallerIdentity;
import org.chancery.service.platform.MachineTime;
import org.chancery.web.edge.RouteTable;
import org.jspecify.annotations.Nullable;

/**
 * The one authentication module (Jakarta Authentication 3.0): pages are authenticated by their session, the API by a bearer
 * token and never by a cookie. License and check secrets are no principals; the licensing service looks them up itself.
 * Nobody is turned away here: who is not recognised is anonymous, and roles decide what that may do.
 */
@Dependent
public class ChanceryAuthentication implements ServerAuthModule {

    private static final String BEARER = "Bearer ";
    private static final Class<?>[] MESSAGES = {HttpServletRequest.class, HttpServletResponse.class};

    @Inject
    private TokenService tokens;

    @Inject
    private OperatorSignInService operators;

    @Inject
    private SignInService customers;

    @Inject
    @MachineTime
    private Clock clock;

    private volatile @Nullable CallbackHandler container;

    /** Who asks, as far as the container has to know. */
    private record Caller(String principal, Set<String> roles) {}

    /** Called more than once, with a handler that serves every request. */
    @Override
    public void initialize(
            MessagePolicy request, MessagePolicy response, CallbackHandler handler, Map<String, Object> options) {
        container = handler;
    }

    @Override
    public Class<?>[] getSupportedMessageTypes() {
        return MESSAGES.clone();
    }

    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
            throws AuthException {
        Optional<Caller> caller = callerOf((HttpServletRequest) message.getRequestMessage());
        if (caller.isPresent()) {
            String[] roles = caller.get().roles().toArray(String[]::new);
            tell(
                    new CallerPrincipalCallback(client, caller.get().principal()),
                    new GroupPrincipalCallback(client, roles));
        } else {
            tell(new CallerPrincipalCallback(client, (Principal) null));
        }
        return AuthStatus.SUCCESS;
    }

    private void tell(Callback... news) throws AuthException {
        try {
            requireNonNull(container).handle(news);
        } catch (IOException | UnsupportedCallbackException e) {
            throw (AuthException) new AuthException("The container can't be told who asks").initCause(e);
        }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
        return AuthStatus.SEND_SUCCESS;
    }

    @Override
    public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
        if (subject != null) {
            subject.getPrincipals().clear();
        }
    }

    private Optional<Caller> callerOf(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return bearer(request)
                    .flatMap(tokens::authenticate)
                    .map(token -> new Caller(token.principalName(), token.roles()));
        }
        Optional<SignedIn> user = SignedIn.of(request);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        if (user.get().isOverAt(clock.instant())) {
            request.getSession().invalidate();
            return Optional.empty();
        }
        return current(user.get(), request).map(person -> new Caller(person.principal(), person.roles()));
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
