package org.chancery.client;

import java.time.Instant;

/**
 * More seats are taken than the license has.
 *
 * @param until when the newest will be refused
 */
public record OverLimit(long limit, long used, Instant until) {}
