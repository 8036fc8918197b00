package org.chancery.service.licensing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.OfflineLicense;
import org.chancery.model.licensing.OfflineLicenses;

/** Tells whoever sells licenses how long files go on that nobody can call back. */
@Dependent
public class LentSeats {

    private final Licenses licenses;
    private final OfflineLicenses files;

    @Inject
    public LentSeats(Licenses licenses, OfflineLicenses files) {
        this.licenses = licenses;
        this.files = files;
    }

    /** When the last file of the license lets go of its seat; empty when none holds one. Good enough to show. */
    public Optional<Instant> lentUntil(UUID licenseId, Instant now) {
        return lentUntil(files, licenseId, now);
    }

    static Optional<Instant> lentUntil(OfflineLicenses files, UUID licenseId, Instant now) {
        return files.outstanding(licenseId, now).stream()
                .filter(file -> file.holdsSeatAt(now))
                .map(OfflineLicense::holdsSeatUntil)
                .max(Comparator.naturalOrder());
    }

    /** The same under the lock of the license's row: no further file is signed before the transaction ends. */
    public Optional<Instant> lentUntilLocked(UUID licenseId, Instant now) {
        licenses.requireLocked(licenseId);
        return lentUntil(licenseId, now);
    }
}
