package org.chancery.service.account.domain;

/**
 * A QR code to be drawn as {@code <svg viewBox="-4 -4 size+8 size+8"><path d="..."/></svg>}: the four free units around
 * it belong to the code.
 *
 * @param path the dark squares
 * @param size how many squares a side has
 */
public record QrImage(String path, int size) {}
