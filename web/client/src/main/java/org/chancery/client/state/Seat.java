package org.chancery.client.state;

/**
 * The seat that this instance holds.
 *
 * @param secret what the next check presents
 * @param lease the last one, as signed; the receipt of the next check
 * @param checkSeconds how often to check, as the server said
 */
public record Seat(String instanceId, long epoch, long seq, CheckSecret secret, String lease, long checkSeconds) {}
