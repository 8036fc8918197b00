package org.chancery.model.coupon;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All partners. */
public interface Partners {

    void add(Partner partner);

    Optional<Partner> find(UUID id);

    /** @throws NotFoundException when there is none */
    default Partner require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("partner", id));
    }

    /**
     * The partner with its row locked until the transaction ends: who gives it a coupon and who retires it wait for each
     * other.
     */
    Optional<Partner> findLocked(UUID id);

    /**
     * A page, the newest first.
     *
     * @param after the last id of the page before, or null for the first page
     */
    List<Partner> page(@Nullable UUID after, int limit);

    /** Those who are not retired, by name. */
    List<Partner> active(int limit);
}
