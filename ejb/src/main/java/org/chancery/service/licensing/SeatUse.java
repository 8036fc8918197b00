package org.chancery.service.licensing;

import java.io.Serializable;

/**
 * How many seats of a class there are and how many are taken.
 *
 * @param limit a number, or the word {@code unlimited}
 */
public record SeatUse(Serializable limit, long used) implements Serializable {}
