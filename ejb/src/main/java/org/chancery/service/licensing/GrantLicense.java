package org.chancery.service.licensing;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.jspecify.annotations.Nullable;

/**
 * A license to be given.
 *
 * @param active whether instances may use it at once; else it waits for {@link LicenseService#activate}
 * @param until when it ends by itself, or null
 */
public record GrantLicense(UUID accountId, String product, Grant grant, boolean active, @Nullable Instant until) {}
