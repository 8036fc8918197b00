package org.chancery.service.licensing;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the latest change of a license is in force on one of its instances. Computed and never stored. */
public enum RevisionState {
    /** It is. */
    APPLIED,
    /** It will be, with the next check. */
    PENDING,
    /** The instance said that it has to be started again first. */
    RESTART_NEEDED;

    /**
     * @param revision the license's
     * @param applied the revision in force on the instance, or null when it never says
     * @param fetched the revision that it last read, or null when it never did; what counts when it says nothing better
     * @param restartNeeded what it last said of that
     */
    static RevisionState of(long revision, @Nullable Long applied, @Nullable Long fetched, boolean restartNeeded) {
        if (restartNeeded) {
            return RESTART_NEEDED;
        }
        return Objects.equals(applied == null ? fetched : applied, revision) ? APPLIED : PENDING;
    }

    /** The word of the public contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
