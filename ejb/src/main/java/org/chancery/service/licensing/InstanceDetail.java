package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one instance.
 *
 * @param address where its last message came from
 * @param activatedAt when it last took a seat
 * @param activations how often it took one, at least 1
 * @param changesComing true while the license has changed and the instance does not know yet
 * @param overLimitUntil for one of too many: until when it may go on; else null
 */
public record InstanceDetail(
        FleetInstance summary,
        LocalDate releaseDate,
        String address,
        Instant activatedAt,
        int activations,
        boolean changesComing,
        @Nullable Instant overLimitUntil)
        implements Serializable {

    public UUID id() {
        return summary.id();
    }

    public InstanceView instance() {
        return summary.instance();
    }

    public InstanceCondition condition() {
        return summary.condition();
    }
}
