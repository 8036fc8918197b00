package org.chancery.service.licensing;

import java.io.Serializable;
import java.util.UUID;

/** An instance among all those of an account. */
public record FleetInstance(InstanceView instance, UUID licenseId, String planName, InstanceCondition condition)
        implements Serializable {

    public UUID id() {
        return instance.id();
    }
}
