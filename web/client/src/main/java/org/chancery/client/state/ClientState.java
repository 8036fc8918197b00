package org.chancery.client.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything the client writes down. Replaced as a whole, never in parts.
 *
 * @param seat null before the first activation and after a refusal whose remedy is a new one
 * @param proposal the check secret that the next check proposes, written down before it is ever sent; null when there
 *     is none yet
 * @param attempt the activation under way, or null
 * @param denial the signed refusal that is in force, or null
 * @param time null until the first time it is known
 * @param offlineLicense the imported file, or null
 * @param returned ids of files that were given back
 * @param keys the JWK set that was met first, when none was shipped with the software; else null
 */
public record ClientState(
        @Nullable Seat seat,
        @Nullable CheckSecret proposal,
        @Nullable Attempt attempt,
        @Nullable String denial,
        @Nullable TimeMark time,
        @Nullable StoredEntitlements entitlements,
        @Nullable String offlineLicense,
        List<String> returned,
        @Nullable String keys) {

    /** Of a client that was never started. */
    public static final ClientState EMPTY = new ClientState(null, null, null, null, null, null, null, List.of(), null);

    public ClientState {
        returned = List.copyOf(returned);
    }

    /** True when there is anything to verify again. */
    public boolean holdsTokens() {
        return seat != null || denial != null || offlineLicense != null;
    }

    /** A seat was taken. What the last license meant for the software stays until the new one is read. */
    public ClientState activated(Seat taken) {
        return new ClientState(taken, null, null, null, time, entitlements, offlineLicense, returned, keys);
    }

    /** The next check will propose this secret. */
    public ClientState proposing(CheckSecret next) {
        return new ClientState(seat, next, attempt, denial, time, entitlements, offlineLicense, returned, keys);
    }

    /** The proposal was accepted. */
    public ClientState checked(Seat renewed) {
        return new ClientState(renewed, null, null, null, time, entitlements, offlineLicense, returned, keys);
    }

    public ClientState attempting(@Nullable Attempt next) {
        return new ClientState(seat, proposal, next, denial, time, entitlements, offlineLicense, returned, keys);
    }

    /** Refused, and the seat stays ours: it may be granted again. */
    public ClientState denied(String token) {
        return new ClientState(seat, proposal, attempt, token, time, entitlements, offlineLicense, returned, keys);
    }

    /** Refused for good: only a new activation helps. */
    public ClientState evicted(String token) {
        return new ClientState(null, null, null, token, time, entitlements, offlineLicense, returned, keys);
    }

    /** The same seat, given back perhaps. */
    public ClientState leaving(Seat left) {
        return new ClientState(left, proposal, attempt, denial, time, entitlements, offlineLicense, returned, keys);
    }

    /** Given back. */
    public ClientState released() {
        return new ClientState(null, null, null, null, time, entitlements, offlineLicense, returned, keys);
    }

    public ClientState at(TimeMark mark) {
        return new ClientState(seat, proposal, attempt, denial, mark, entitlements, offlineLicense, returned, keys);
    }

    public ClientState with(StoredEntitlements read) {
        return new ClientState(seat, proposal, attempt, denial, time, read, offlineLicense, returned, keys);
    }

    public ClientState withOfflineLicense(String token) {
        return new ClientState(seat, proposal, attempt, denial, time, entitlements, token, returned, keys);
    }

    /** The file of this id is given back and never accepted again. */
    public ClientState withoutOfflineLicense(String id) {
        List<String> ids = new ArrayList<>(returned);
        ids.add(id);
        return new ClientState(seat, proposal, attempt, denial, time, entitlements, null, ids, keys);
    }

    public ClientState trusting(String jwkSet) {
        return new ClientState(seat, proposal, attempt, denial, time, entitlements, offlineLicense, returned, jwkSet);
    }
}
