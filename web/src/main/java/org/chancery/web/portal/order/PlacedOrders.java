package org.chancery.web.portal.order;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.service.checkout.PlacedOrder;

/**
 * The orders of this session. A quote that was ordered by already leads to the same order again, so a double click, a
 * second tab or Back orders nothing twice; the license's secret waits here until its owner says that it is stored.
 */
@SessionScoped
public class PlacedOrders implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, UUID> purchases = new HashMap<>();
    private final Map<UUID, String> secrets = new HashMap<>();

    /**
     * Places an order by a quote, or finds the one that was placed by it. One at a time: the second click waits for the
     * first and gets its result.
     *
     * @return the id of the subscription or perpetual license
     */
    public synchronized UUID once(UUID quoteId, Supplier<PlacedOrder> order) {
        UUID before = purchases.get(quoteId);
        if (before != null) {
            return before;
        }
        PlacedOrder placed = order.get();
        purchases.put(quoteId, placed.purchase());
        secrets.put(placed.purchase(), placed.licenseSecret());
        return placed.purchase();
    }

    /** The secret of the license, until it is acknowledged; empty after that and in every other session. */
    public synchronized Optional<String> secretOf(UUID purchase) {
        return Optional.ofNullable(secrets.get(purchase));
    }

    public synchronized void acknowledge(UUID purchase) {
        secrets.remove(purchase);
    }

    @Override
    public String toString() {
        return "PlacedOrders[...]"; // holds secrets
    }
}
