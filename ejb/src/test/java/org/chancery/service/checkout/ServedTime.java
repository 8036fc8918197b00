package org.chancery.service.checkout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.subscription.SubscriptionItem;
import org.chancery.model.subscription.SubscriptionStatus;
import org.jspecify.annotations.Nullable;

/** Seen from outside: when each item of each subscription was there to be used, and when a license was held back. */
final class ServedTime {

    /** From an instant to another; open while it lasts. */
    static final class Span {
        final Instant from;

        @Nullable
        Instant until;

        Span(Instant from) {
            this.from = from;
        }
    }

    private final BillingHouse house;
    private final Map<UUID, List<Span>> items = new HashMap<>();
    private final Map<UUID, Span> running = new HashMap<>();
    private final Map<UUID, List<Span>> suspensions = new HashMap<>();
    private final Map<UUID, Span> suspended = new HashMap<>();
    private final Map<UUID, UUID> subscriptionOf = new HashMap<>();

    ServedTime(BillingHouse house) {
        this.house = house;
    }

    /** Looks at how everything is now. */
    void look() {
        Instant now = house.clock.instant();
        for (Subscription subscription : house.subscriptionRows.all()) {
            look(subscription, now);
        }
    }

    private void look(Subscription subscription, Instant now) {
        SubscriptionStatus status = subscription.status();
        boolean usable = status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PAST_DUE;
        Set<UUID> live =
                usable ? subscription.items().stream().map(SubscriptionItem::id).collect(Collectors.toSet()) : Set.of();
        for (UUID item : live) {
            if (!running.containsKey(item)) {
                Span span = new Span(now);
                running.put(item, span);
                items.computeIfAbsent(item, id -> new ArrayList<>()).add(span);
                subscriptionOf.put(item, subscription.id());
            }
        }
        List<UUID> gone = running.keySet().stream()
                .filter(item -> !live.contains(item) && subscription.id().equals(subscriptionOf.get(item)))
                .toList();
        for (UUID item : gone) {
            Objects.requireNonNull(running.remove(item)).until = now;
        }
        if (status == SubscriptionStatus.UNPAID && !suspended.containsKey(subscription.id())) {
            Span span = new Span(now);
            suspended.put(subscription.id(), span);
            suspensions
                    .computeIfAbsent(subscription.id(), id -> new ArrayList<>())
                    .add(span);
        } else if (usable) {
            Span span = suspended.remove(subscription.id());
            if (span != null) {
                span.until = now;
            }
        }
    }

    /** When the item was there to be used. */
    List<Span> of(UUID item) {
        return items.getOrDefault(item, List.of());
    }

    /** All items that were ever there to be used. */
    Set<UUID> items() {
        return items.keySet();
    }

    UUID subscriptionOf(UUID item) {
        return Objects.requireNonNull(subscriptionOf.get(item));
    }

    /** When the license of a subscription was held back; without an end when it was given up. */
    List<Span> suspensionsOf(UUID subscription) {
        return suspensions.getOrDefault(subscription, List.of());
    }
}
