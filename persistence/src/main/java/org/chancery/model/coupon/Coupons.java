package org.chancery.model.coupon;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All coupons. */
public interface Coupons {

    void add(Coupon coupon);

    Optional<Coupon> find(UUID id);

    /** @throws NotFoundException when there is none */
    default Coupon require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("coupon", id));
    }

    /**
     * The coupon that a code means: the one that is not retired, or the last one that was.
     *
     * @param code upper case
     */
    Optional<Coupon> findByCode(String code);

    /**
     * Counts one redemption more, if the coupon is neither retired nor expired nor exhausted at this instant: one
     * statement, so that of two who want the last one only one gets it. Waits for whoever counts at the same time; the
     * caller holds the locks on account and subscription already, and takes a number for an invoice later.
     *
     * @return false when nothing is left
     */
    boolean take(UUID id, Instant now);

    /** Counts one redemption less. */
    void putBack(UUID id);

    /**
     * A page, the newest first, with their partners.
     *
     * @param search part of a code, any case; empty for all
     * @param partnerId whose, or null for all
     * @param after the last id of the page before, or null for the first page
     */
    List<Coupon> page(String search, @Nullable UUID partnerId, @Nullable UUID after, int limit);

    /** Retires all coupons of a partner that are not retired yet. @return how many */
    int retireOf(UUID partnerId, Instant now);

    /** How many coupons of each partner are not retired; those without one are left out. */
    Map<UUID, Long> countLive(Collection<UUID> partnerIds);
}
