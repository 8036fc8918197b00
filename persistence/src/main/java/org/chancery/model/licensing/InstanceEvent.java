package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that happened to an instance. Never changed, never deleted; holds no secret and no hash of one. */
@Entity
@Immutable
public class InstanceEvent {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false)
    private UUID instanceId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 16)
    private InstanceEventType eventType;

    @Column(nullable = false, updatable = false)
    private Instant happenedAt;

    @Column(nullable = false, updatable = false)
    private int epoch;

    @Column(updatable = false, length = 64)
    private @Nullable String address;

    @Column(updatable = false, length = 64)
    private @Nullable String otherAddress;

    @SuppressWarnings("NullAway.Init")
    protected InstanceEvent() {} // Hibernate only

    /**
     * @param address where the message came from, or null when a person did it
     * @param otherAddress for {@link InstanceEventType#CLONED}, {@link InstanceEventType#SHARED} and
     *     {@link InstanceEventType#DISPLACED} where the instance itself was last seen, else null
     */
    public InstanceEvent(
            UUID id,
            InstanceEventType eventType,
            Instance instance,
            Instant happenedAt,
            @Nullable String address,
            @Nullable String otherAddress) {
        this.id = id;
        this.eventType = eventType;
        this.licenseId = instance.licenseId();
        this.instanceId = instance.id();
        this.epoch = instance.rotationState().epoch();
        this.happenedAt = happenedAt;
        this.address = address;
        this.otherAddress = otherAddress;
    }

    public UUID id() {
        return id;
    }

    public UUID licenseId() {
        return licenseId;
    }

    public UUID instanceId() {
        return instanceId;
    }

    public InstanceEventType type() {
        return eventType;
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public int epoch() {
        return epoch;
    }

    public @Nullable String address() {
        return address;
    }

    public @Nullable String otherAddress() {
        return otherAddress;
    }
}
