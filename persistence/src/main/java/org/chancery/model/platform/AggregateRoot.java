package org.chancery.model.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entity that is loaded, locked and stored as a whole. Equal by its id, which it has from birth. */
@MappedSuperclass
public abstract class AggregateRoot {

    @Id
    @Column(nullable = false, updatable = false)
    private UUID id;

    @Version
    @Column(nullable = false)
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AggregateRoot() {} // Hibernate only

    protected AggregateRoot(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof AggregateRoot that && id.equals(that.id());
    }

    @Override
    public final int hashCode() {
        return id.hashCode();
    }
}
