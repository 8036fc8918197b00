package org.chancery.model.licensing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All offline licenses, those that are over included. Changed only under the lock of the license's row. */
public interface OfflineLicenses {

    void add(OfflineLicense file);

    Optional<OfflineLicense> find(UUID id);

    /** The one that answered this request of the license. */
    Optional<OfflineLicense> ofRequest(UUID licenseId, String nonce);

    /** Those that were ever signed for the seat of this instance. */
    List<OfflineLicense> ofInstance(UUID instanceId);

    /** Those of a license newest first, at most {@code limit} after the given id, from the first when that is null. */
    List<OfflineLicense> ofLicense(UUID licenseId, @Nullable UUID after, int limit);

    /** Those of a license that may hold a seat still: not given back, and not over by then. */
    List<OfflineLicense> outstanding(UUID licenseId, Instant now);
}
