package org.chancery.model.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One deed of one actor. Never changed, never deleted; holds no secret. */
@Entity
@Immutable
public class AuditEntry {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private Instant happenedAt;

    @Column(nullable = false, updatable = false, length = 120)
    private String actor;

    @Column(nullable = false, updatable = false, length = 60)
    private String action;

    @Column(updatable = false)
    private @Nullable UUID accountId;

    @Column(nullable = false, updatable = false, length = 200)
    private String subject;

    @Column(name = "state_before", updatable = false)
    private @Nullable String before;

    @Column(name = "state_after", updatable = false)
    private @Nullable String after;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {} // Hibernate only

    /**
     * @param actor kind and id of the caller, no address
     * @param action {@code <feature>.<verb>}
     * @param accountId the account it concerns, or null for things of the vendor
     * @param subject what it was done to, an id or a code
     */
    public AuditEntry(
            UUID id,
            Instant happenedAt,
            String actor,
            String action,
            @Nullable UUID accountId,
            String subject,
            @Nullable String before,
            @Nullable String after) {
        this.id = id;
        this.happenedAt = happenedAt;
        this.actor = actor;
        this.action = action;
        this.accountId = accountId;
        this.subject = subject;
        this.before = before;
        this.after = after;
    }

    public UUID id() {
        return id;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public String actor() {
        return actor;
    }

    public String action() {
        return action;
    }

    public @Nullable UUID accountId() {
        return accountId;
    }

    public String subject() {
        return subject;
    }

    public @Nullable String before() {
        return before;
    }

    public @Nullable String after() {
        return after;
    }
}
