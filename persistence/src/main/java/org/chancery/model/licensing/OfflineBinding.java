package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * What an offline license is good for.
 *
 * @param type {@link #DEPLOYMENT} or {@link #INSTANCE}
 * @param value the deployment's id; the instance's name or id
 */
@Embeddable
public record OfflineBinding(
        @Column(name = "bind_type", nullable = false, updatable = false, length = 16) String type,
        @Column(name = "bind_value", nullable = false, updatable = false, length = 256) String value)
        implements Serializable {

    public static final String DEPLOYMENT = "deployment";
    public static final String INSTANCE = "instance";

    /** True when the file would work where this seat is, so that it can't be made for another place. */
    public boolean fits(Instance seat) {
        return switch (type) {
            case DEPLOYMENT -> value.equals(seat.deploymentId());
            case INSTANCE -> value.equals(seat.name()) || value.equals(seat.id().toString());
            default -> false;
        };
    }
}
