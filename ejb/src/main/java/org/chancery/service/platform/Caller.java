package org.chancery.service.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;

/**
 * Who calls, read anew from the container at every question. The account always comes from here, never from a request:
 * that is what keeps customers apart.
 */
@ApplicationScoped
public class Caller {

    /** What sort of caller it is. */
    public enum Kind {
        ANONYMOUS,
        USER,
        ACCOUNT_TOKEN,
        OPERATOR,
        SYSTEM
    }

    private final Principal principal;

    @Inject
    public Caller(Principal principal) {
        this.principal = principal;
    }

    @SuppressWarnings("NullAway")
    protected Caller() { // the CDI proxy needs it
        this(null);
    }

    public Kind kind() {
        return identity().kind();
    }

    /** The name for logs and the audit trail: kind and id, no address. */
    public String name() {
        return identity().toPrincipalName();
    }

    /** The id of the user, token or operator; empty for nobody and for jobs. */
    public Optional<UUID> id() {
        return Optional.ofNullable(identity().id());
    }

    /** The caller's own account; empty for operators, jobs and anonymous callers. */
    public Optional<UUID> accountId() {
        return Optional.ofNullable(identity().accountId());
    }

    public boolean isOperator() {
        return kind() == Kind.OPERATOR;
    }

    /** True for those whom @RolesAllowed alone limits: the vendor's staff and the jobs. */
    public boolean seesAllAccounts() {
        return kind() == Kind.OPERATOR || kind() == Kind.SYSTEM;
    }

    /** @throws NotFoundException when the account is another's: it looks as if it did not exist */
    public void requireAccount(UUID accountId) {
        if (!seesAllAccounts() && !accountId.equals(identity().accountId())) {
            throw new NotFoundException("account", accountId);
        }
    }

    private CallerIdentity identity() {
        return CallerIdentity.parse(principal.getName());
    }
}
