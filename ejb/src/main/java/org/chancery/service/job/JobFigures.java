package org.chancery.service.job;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in figures.
 *
 * @param job its code
 * @param succeededAt when a run last ended well, or null before one has
 * @param took how long the run took that ended last, well or not, or null before one has
 */
public record JobFigures(String job, @Nullable Instant succeededAt, @Nullable Duration took) implements Serializable {}
