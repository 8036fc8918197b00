package org.chancery.client.state;

/**
 * The entitlements as they were last read.
 *
 * @param tag the entity tag, quotes included
 * @param document JSON
 * @param applied whether the software took them over
 */
public record StoredEntitlements(String tag, String document, boolean applied) {

    /** The same, taken over by the software. */
    public StoredEntitlements asApplied() {
        return new StoredEntitlements(tag, document, true);
    }
}
