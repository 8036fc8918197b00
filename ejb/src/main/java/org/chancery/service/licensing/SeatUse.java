package org.chancery.service.licensing;

/**
 * How many seats of a class there are and how many are taken.
 *
 * @param limit a number, or the word {@code unlimited}
 */
public record SeatUse(Object limit, long used) {}
