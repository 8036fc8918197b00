package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Somebody who sells for the vendor: what is bought with a partner's coupons is reported as the partner's sale. */
@Entity
public class Partner extends AggregateRoot {

    @Column(nullable = false, updatable = false, length = 200)
    private String name;

    @Column(updatable = false, length = 254)
    private @Nullable String email;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Partner() {} // Hibernate only

    /** @param email whom the vendor writes to, or null */
    public Partner(UUID id, String name, @Nullable String email, Instant createdAt) {
        super(id);
        this.name = name;
        this.email = email;
        this.createdAt = createdAt;
    }

    /** The partnership ends: no new coupons. What was sold stays reported. A second time changes nothing. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    public boolean isRetired() {
        return retiredAt != null;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }
}
