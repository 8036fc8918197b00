package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/**
 * A line that waits for the next invoice of its subscription. It keeps its id when it gets there, so that a credit of it
 * made in the meantime still points to it.
 */
@Entity
public class PendingLine extends BilledLine {

    @Column(nullable = false, updatable = false)
    private UUID subscriptionId;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected PendingLine() {} // Hibernate only

    public PendingLine(UUID subscriptionId, LineDraft draft, Instant createdAt) {
        super(draft);
        this.subscriptionId = subscriptionId;
        this.createdAt = createdAt;
    }

    public UUID subscriptionId() {
        return subscriptionId;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
