package org.chancery.model.perpetual;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All perpetual licenses. */
public interface PerpetualLicenses {

    void add(PerpetualLicense perpetual);

    Optional<PerpetualLicense> find(UUID id);

    /** Locks the row until the transaction ends; in the lock order it comes after the account. */
    Optional<PerpetualLicense> findLocked(UUID id);

    /** The purchase of this license; empty when it was not bought once. */
    Optional<PerpetualLicense> ofLicense(UUID licenseId);

    /** Whose it is, without loading it: the account is locked before it. */
    Optional<UUID> accountOf(UUID id);

    /** A page of an account's, or of all when the account is null, newest first, after the given id. */
    List<PerpetualLicense> page(@Nullable UUID accountId, @Nullable UUID after, int limit);

    /** The one that gives up waiting first, by then; empty when none does. */
    Optional<Expiry> nextExpiry(Instant until);

    /** Those that give up waiting by then, the longest waiting first. */
    List<UUID> expiring(Instant until, int limit);

    /** Which gives up waiting, and when. */
    record Expiry(UUID id, Instant at) {}

    /** @throws NotFoundException when there is none */
    default PerpetualLicense require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("perpetual license", id));
    }

    /** @throws NotFoundException when there is none */
    default PerpetualLicense requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("perpetual license", id));
    }
}
