package org.chancery.service.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.account.AccessToken;
import org.chancery.model.account.AccessTokens;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Accounts;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.account.Operator;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.account.Operators;
import org.chancery.model.account.UserRole;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.CallerIdentity;
import org.chancery.service.platform.MachineTime;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.SecretGenerator;
import org.chancery.service.platform.SecretHasher;
import org.chancery.service.platform.Unaudited;
import org.jspecify.annotations.Nullable;

/** Bearer tokens of scripts: issued once in clear, kept as a hash, found by it. */
@Stateless
public class TokenService {

    private static final String ACCOUNT_PREFIX = "acc_";
    private static final String OPERATOR_PREFIX = "opr_";
    private static final int MOST_LIVE = 50;
    private static final int MAX_NAME = 100;
    private static final int MAX_BEARER = 200;

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Operators operators;
    private final SecretGenerator generator;
    private final SecretHasher hasher;
    private final AuditTrail audit;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public TokenService(
            AccessTokens tokens,
            Accounts accounts,
            Operators operators,
            SecretGenerator generator,
            SecretHasher hasher,
            AuditTrail audit,
            Caller caller,
            Ids ids,
            @MachineTime Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.operators = operators;
        this.generator = generator;
        this.hasher = hasher;
        this.audit = audit;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public TokenService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null);
    }

    /**
     * Whom the token speaks for, for the authentication mechanism. One hash and one lookup whatever was shown, so that
     * unknown, revoked and malformed tokens take the same time and look the same.
     */
    @PermitAll
    @Unaudited("notes the time of use, at most once an hour")
    public Optional<AuthenticatedToken> authenticate(String bearer) {
        String shown = bearer.length() > MAX_BEARER ? "" : bearer;
        Instant now = clock.instant();
        Optional<AccessToken> found = tokens.findLive(hasher.hash(shown));
        found.filter(token -> token.isUseWorthNoting(now)).ifPresent(token -> tokens.noteUse(token, now));
        return found.flatMap(this::identityOf);
    }

    /**
     * Issues a token that acts for the account.
     *
     * @param name what people call it
     * @param role owner, member or viewer; null for member
     * @throws InvalidRequestException listing every faulty field
     * @throws DomainException when the account has too many live tokens
     */
    @Audited("token.issue")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN})
    public IssuedToken issueForAccount(UUID accountId, @Nullable String name, @Nullable String role) {
        caller.requireAccount(accountId);
        String checkedName = checkedName(name);
        UserRole userRole = role == null ? UserRole.MEMBER : RoleNames.userRole(role);
        accounts.requireLocked(accountId);
        requireRoom(tokens.liveOfAccount(accountId));
        String clear = generator.next(ACCOUNT_PREFIX);
        AccessToken token = AccessToken.ofAccount(
                ids.next(), hasher.hash(clear), checkedName, accountId, userRole, clock.instant());
        tokens.add(token);
        audit.record("token.issue", accountId, token.id(), null, checkedName + ", " + RoleNames.onWire(userRole));
        return new IssuedToken(token.id(), clear);
    }

    /** The account's live tokens, the oldest first. */
    @ReadOnly
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.SUPPORT})
    public List<TokenView> listOfAccount(UUID accountId) {
        caller.requireAccount(accountId);
        accounts.require(accountId);
        return tokens.liveOfAccount(accountId).stream().map(TokenView::of).toList();
    }

    /** @throws NotFoundException when the account has no such token */
    @Audited("token.revoke")
    @RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.SUPPORT})
    public void revokeOfAccount(UUID accountId, UUID tokenId) {
        caller.requireAccount(accountId);
        AccessToken token = tokens.find(tokenId)
                .filter(found -> found.accountId().equals(Optional.of(accountId)))
                .orElseThrow(() -> new NotFoundException("token", tokenId));
        token.revoke(clock.instant());
        audit.record("token.revoke", accountId, tokenId, token.name(), null);
    }

    /**
     * Issues a token that acts in an operator's name. Only administrators do: a token of a lower role must never make one
     * of a higher.
     *
     * @param role admin, billing, support or viewer; null for the operator's own
     * @throws DomainException when the role is more than the operator's, or there are too many live tokens
     */
    @Audited("token.issue")
    @RolesAllowed(Roles.ADMIN)
    public IssuedToken issueForOperator(UUID operatorId, @Nullable String name, @Nullable String role) {
        String checkedName = checkedName(name);
        Operator operator = operators.requireLocked(operatorId);
        OperatorRole operatorRole = role == null ? operator.role() : RoleNames.operatorRole(role);
        if (!operator.role().covers(operatorRole)) {
            throw new DomainException(AccountRefusal.ROLE_TOO_HIGH, "A token can do no more than its operator");
        }
        requireRoom(tokens.liveOfOperator(operatorId));
        String clear = generator.next(OPERATOR_PREFIX);
        AccessToken token = AccessToken.ofOperator(
                ids.next(), hasher.hash(clear), checkedName, operatorId, operatorRole, clock.instant());
        tokens.add(token);
        audit.record("token.issue", null, token.id(), null, checkedName + ", " + RoleNames.onWire(operatorRole));
        return new IssuedToken(token.id(), clear);
    }

    /** The operator's live tokens, the oldest first. */
    @ReadOnly
    @RolesAllowed(Roles.ADMIN)
    public List<TokenView> listOfOperator(UUID operatorId) {
        operators.require(operatorId);
        return tokens.liveOfOperator(operatorId).stream().map(TokenView::of).toList();
    }

    /** @throws NotFoundException when the operator has no such token */
    @Audited("token.revoke")
    @RolesAllowed(Roles.ADMIN)
    public void revokeOfOperator(UUID operatorId, UUID tokenId) {
        AccessToken token = tokens.find(tokenId)
                .filter(found -> found.operatorId().equals(Optional.of(operatorId)))
                .orElseThrow(() -> new NotFoundException("token", tokenId));
        token.revoke(clock.instant());
        audit.record("token.revoke", null, tokenId, token.name(), null);
    }

    private Optional<AuthenticatedToken> identityOf(AccessToken token) {
        if (token.accountId().isPresent()) {
            String name = CallerIdentity.accountToken(
                            token.id(), token.accountId().get())
                    .toPrincipalName();
            return Optional.of(new AuthenticatedToken(name, RoleNames.of(token.userRole())));
        }
        return token.operatorId().flatMap(operators::find).map(operator -> {
            String name = CallerIdentity.operator(operator.id()).toPrincipalName();
            return new AuthenticatedToken(
                    name, RoleNames.of(token.operatorRole().within(operator.role())));
        });
    }

    private static void requireRoom(List<AccessToken> live) {
        if (live.size() >= MOST_LIVE) {
            throw new DomainException(AccountRefusal.TOO_MANY_TOKENS, "At most " + MOST_LIVE + " live tokens");
        }
    }

    private static String checkedName(@Nullable String typed) {
        FieldCheck check = new FieldCheck();
        String name = check.line("name", typed, MAX_NAME);
        check.required("name", name);
        check.done();
        return name;
    }
}
