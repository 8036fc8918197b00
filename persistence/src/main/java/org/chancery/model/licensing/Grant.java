package org.chancery.model.licensing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a license grants, already added up from plan and add-ons by whoever sells it. Frozen when it is given: a
 * later change of the catalog does not reach it.
 *
 * @param limits the limit of each code, sorted
 * @param features codes, sorted
 * @param addOns the quantity of each add-on code, sorted; for showing, the limits already hold what they add
 * @param support the code of the support level
 * @param seats how many instances may live at once; a class left out has none
 * @param leaseSeconds the longest lease, which is the offline grace
 * @param updatesUntil the last release date that is covered, inclusive, or null when every release is
 */
public record Grant(
        String planCode,
        String planName,
        SortedMap<String, Limit> limits,
        List<String> features,
        SortedMap<String, Long> addOns,
        String support,
        Map<SeatClass, Limit> seats,
        int leaseSeconds,
        @Nullable LocalDate updatesUntil)
        implements Serializable {

    /** The lease of plans that name none: a day. */
    public static final int DEFAULT_LEASE_SECONDS = 86_400;

    private static final Limit NO_SEATS = Limit.of(0);

    /** @throws IllegalArgumentException when the lease is not positive or a quantity is negative */
    public Grant {
        if (leaseSeconds <= 0) {
            throw new IllegalArgumentException("A lease lasts at least a second: " + leaseSeconds);
        }
        if (addOns.values().stream().anyMatch(quantity -> quantity < 0)) {
            throw new IllegalArgumentException("A quantity is never negative: " + addOns);
        }
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        features = features.stream().distinct().sorted().toList();
        addOns = Collections.unmodifiableSortedMap(new TreeMap<>(addOns));
        Map<SeatClass, Limit> everyClass = new EnumMap<>(SeatClass.class);
        for (SeatClass seatClass : SeatClass.values()) {
            everyClass.put(seatClass, seats.getOrDefault(seatClass, NO_SEATS));
        }
        seats = Collections.unmodifiableMap(everyClass);
    }

    /** The same, covering releases up to this date, inclusive. */
    public Grant coveringUntil(LocalDate lastRelease) {
        return new Grant(planCode, planName, limits, features, addOns, support, seats, leaseSeconds, lastRelease);
    }

    /** How many instances of the class may live at once. */
    public Limit seatsOf(SeatClass seatClass) {
        return seats.getOrDefault(seatClass, NO_SEATS);
    }
}
