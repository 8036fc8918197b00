package org.chancery.web.portal.order;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.service.checkout.OrderView;

/**
 * The orders of this session. A quote that was ordered by already leads to the same order again, so a double click, a
 * second tab or Back orders nothing twice; the license's secret waits here until its owner says that it is stored.
 */
@SessionScoped
public class PlacedOrders implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<UUID, UUID> subscriptions = new HashMap<>();
    private final Map<UUID, String> secrets = new HashMap<>();

    /**
     * Places an order by a quote, or finds the one that was placed by it. One at a time: the second click waits for the
     * first and gets its result.
     *
     * @return the id of the subscription
     */
    public synchronized UUID once(UUID quoteId, Supplier<OrderView> order) {
        UUID placed = subscriptions.get(quoteId);
        if (placed != null) {
            return placed;
        }
        OrderView view = order.get();
        UUID subscription = view.subscription().id();
        subscriptions.put(quoteId, subscription);
        secrets.put(subscription, view.licenseSecret());
        return subscription;
    }

    /** The secret of the license, until it is acknowledged; empty after that and in every other session. */
    public synchronized Optional<String> secretOf(UUID subscription) {
        return Optional.ofNullable(secrets.get(subscription));
    }

    public synchronized void acknowledge(UUID subscription) {
        secrets.remove(subscription);
    }

    @Override
    public String toString() {
        return "PlacedOrders[...]"; // holds secrets
    }
}
