package org.chancery.model.licensing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** All licenses. */
public interface Licenses {

    void add(License license);

    Optional<License> find(UUID id);

    /** Finds it and locks its row until the transaction ends: whoever counts or changes seats does that under it. */
    Optional<License> findLocked(UUID id);

    /** The license that has, or lately had, the secret with this keyed hash; ask it whether it still accepts it. */
    Optional<License> findBySecretHash(String hash);

    /** Those of an account newest first, at most {@code limit} after the given id, from the first when that is null. */
    List<License> ofAccount(UUID accountId, @Nullable UUID after, int limit);

    /**
     * Finds what must be there.
     *
     * @throws NotFoundException when there is none
     */
    default License require(UUID id) {
        return find(id).orElseThrow(() -> new NotFoundException("license", id));
    }

    /**
     * Finds and locks what must be there.
     *
     * @throws NotFoundException when there is none
     */
    default License requireLocked(UUID id) {
        return findLocked(id).orElseThrow(() -> new NotFoundException("license", id));
    }
}
