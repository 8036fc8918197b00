package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a license allows of offline licenses now.
 *
 * @param included whether it has the feature at all
 * @param endless whether one may be issued that never ends
 * @param lentUntil when the last file that holds a seat lets go of it; null when none holds one
 * @param product whose license it is
 */
public record OfflineOffer(boolean included, boolean endless, @Nullable Instant lentUntil, String product)
        implements Serializable {}
