package org.chancery.model.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token of a script: {@code acc_...} acts for an account, {@code opr_...} in an operator's name. The token
 * itself is shown once and never stored; here is only its hash.
 */
@Entity
public class AccessToken extends AggregateRoot {

    static final Duration USE_NOTED_EVERY = Duration.ofHours(1);

    @Column(nullable = false, updatable = false, length = 43)
    private String tokenHash;

    @Column(nullable = false, updatable = false, length = 100)
    private String name;

    @Column(updatable = false)
    private @Nullable UUID accountId;

    @Column(updatable = false)
    private @Nullable UUID operatorId;

    @Column(nullable = false, updatable = false, length = 20)
    private String role;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {} // Hibernate only

    private AccessToken(UUID id, String tokenHash, String name, String role, Instant createdAt) {
        super(id);
        this.tokenHash = tokenHash;
        this.name = name;
        this.role = role;
        this.createdAt = createdAt;
    }

    public static AccessToken ofAccount(
            UUID id, String tokenHash, String name, UUID accountId, UserRole role, Instant createdAt) {
        AccessToken token = new AccessToken(id, tokenHash, name, role.name(), createdAt);
        token.accountId = accountId;
        return token;
    }

    public static AccessToken ofOperator(
            UUID id, String tokenHash, String name, UUID operatorId, OperatorRole role, Instant createdAt) {
        AccessToken token = new AccessToken(id, tokenHash, name, role.name(), createdAt);
        token.operatorId = operatorId;
        return token;
    }

    /** Ends it at once; a second time changes nothing. */
    public void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** True when its last use was noted so long ago that it is worth a write: at most one an hour. */
    public boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || !lastUsedAt.plus(USE_NOTED_EVERY).isAfter(now);
    }

    public boolean isLive() {
        return revokedAt == null;
    }

    public String name() {
        return name;
    }

    /** The account it acts for; empty for an operator's. */
    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }

    /** The operator in whose name it acts; empty for an account's. */
    public Optional<UUID> operatorId() {
        return Optional.ofNullable(operatorId);
    }

    /** @throws IllegalStateException for an operator's token */
    public UserRole userRole() {
        if (accountId == null) {
            throw new IllegalStateException("Token " + id() + " is an operator's");
        }
        return UserRole.valueOf(role);
    }

    /** @throws IllegalStateException for an account's token */
    public OperatorRole operatorRole() {
        if (operatorId == null) {
            throw new IllegalStateException("Token " + id() + " is an account's");
        }
        return OperatorRole.valueOf(role);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }

    /** Neither the token nor its hash. */
    @Override
    public String toString() {
        return "AccessToken[" + id() + "]";
    }
}
