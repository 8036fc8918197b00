package org.chancery.client.state;

/**
 * The seat that this instance holds.
 *
 * @param secret what the next check presents
 * @param lease the last one, as signed; the receipt of the next check
 * @param checkSeconds how often to check, as the server said
 * @param leaving whether we have begun to give it back, so that only another check makes it ours again
 */
public record Seat(
        String instanceId, long epoch, long seq, CheckSecret secret, String lease, long checkSeconds, boolean leaving) {

    /** The same, given back perhaps. */
    public Seat leaving(boolean perhaps) {
        return new Seat(instanceId, epoch, seq, secret, lease, checkSeconds, perhaps);
    }
}
