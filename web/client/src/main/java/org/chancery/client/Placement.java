package org.chancery.client;

import org.jspecify.annotations.Nullable;

/**
 * Where this instance runs. The same deployment and name get the same seat back, so a name has to survive restarts.
 *
 * @param leaseSeconds asks for a shorter lease than the plan's, so that a crashed container frees its seat sooner; null
 *     for the plan's
 */
public record Placement(String deploymentId, String instanceName, SeatClass seatClass, @Nullable Integer leaseSeconds) {

    private static final int SHORTEST_LEASE = 300;

    /** What the seat is for. */
    public enum SeatClass {
        PRODUCTION("production"),
        DEVELOPMENT("development");

        private final String word;

        SeatClass(String word) {
            this.word = word;
        }

        /** As it is written on the wire. */
        public String word() {
            return word;
        }
    }

    public Placement {
        Names.require("The deployment id", deploymentId);
        Names.require("The instance name", instanceName);
        if (leaseSeconds != null && leaseSeconds < SHORTEST_LEASE) {
            throw new IllegalArgumentException("A lease lasts at least " + SHORTEST_LEASE + " seconds");
        }
    }

    /** A production seat with the plan's lease. */
    public static Placement of(String deploymentId, String instanceName) {
        return new Placement(deploymentId, instanceName, SeatClass.PRODUCTION, null);
    }
}
