package org.chancery.service.licensing;

import java.io.Serializable;
import java.time.Instant;

/**
 * An instance that was activated with an older secret of its license than the current one.
 *
 * @param activatedAt when that was
 * @param accepted true while that secret is still accepted
 */
public record SecretHolder(FleetInstance summary, Instant activatedAt, boolean accepted) implements Serializable {}
