package org.chancery.model.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All subscriptions. */
public interface Subscriptions {

    void add(Subscription subscription);

    Optional<Subscription> find(UUID id);

    /** Locks the row until the transaction ends; in the lock order it comes after the account. */
    Optional<Subscription> findLocked(UUID id);

    /** A page of an account's subscriptions, or of all when the account is null, newest first, after the given id. */
    List<Subscription> page(@Nullable UUID accountId, @Nullable UUID after, int limit);

    long count(SubscriptionStatus status);

    /** The one that pays for this license; empty when none does. */
    Optional<Subscription> ofLicense(UUID licenseId);

    /** Whose it is, without loading it: the account is locked before the subscription. */
    Optional<UUID> accountOf(UUID id);

    /** Whether the account has, or had, a subscription of the product that got past its order. */
    boolean hasHad(UUID accountId, String productCode);

    /** The one whose next step falls due first, by then; empty when none does. */
    Optional<StepDue> nextDue(Instant until);

    /** Those with a step due by then, the longest waiting first. */
    List<UUID> due(Instant until, int limit);

    /** Those that were left alone after a step failed, the longest waiting first. */
    List<Subscription> parked(int limit);

    /** The next step of a subscription: which, and when. */
    record StepDue(UUID id, Instant at) {}

    /** @throws NotFoundException when there is none */
    default Subscription require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("subscription", id));
    }

    /** @throws NotFoundException when there is none */
    default Subscription requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("subscription", id));
    }
}
