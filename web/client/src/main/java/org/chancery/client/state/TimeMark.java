package org.chancery.client.state;

import java.time.Duration;
import java.time.Instant;

/**
 * What was known of the time when it was last written down.
 *
 * @param earliest it is at least that late
 * @param offset how far the machine's clock lay behind when a server last vouched for the time
 * @param confirmed whether a server ever did
 * @param starts how many processes have begun since then
 */
public record TimeMark(Instant earliest, Duration offset, boolean confirmed, long starts) {}
