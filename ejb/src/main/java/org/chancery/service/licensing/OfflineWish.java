package org.chancery.service.licensing;

import java.time.Duration;
import org.chancery.model.licensing.OfflineBinding;
import org.jspecify.annotations.Nullable;

/**
 * What an offline license should be, already checked for form.
 *
 * @param ttl how long, or null for ever
 * @param returnHash of what the site reveals when it gives the file back, or null when it can't
 * @param nonce names the request, or null when an instance asks by itself
 */
public record OfflineWish(
        @Nullable Duration ttl, OfflineBinding binding, @Nullable String returnHash, @Nullable String nonce) {}
