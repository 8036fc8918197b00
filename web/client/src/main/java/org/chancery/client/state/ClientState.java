package org.chancery.client.state;

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
 * @param offline what is known of offline licenses
 * @param keys the JWK set that was met first, when none was shipped with the software; else null
 */
public record ClientState(
        @Nullable Seat seat,
        @Nullable CheckSecret proposal,
        @Nullable Attempt attempt,
        @Nullable String denial,
        @Nullable TimeMark time,
        @Nullable StoredEntitlements entitlements,
        StoredOffline offline,
        @Nullable String keys) {

    /** Of a client that was never started. */
    public static final ClientState EMPTY =
            new ClientState(null, null, null, null, null, null, StoredOffline.NOTHING, null);

    /** True when there is anything to verify again. */
    public boolean holdsTokens() {
        return seat != null || denial != null || offline.license() != null;
    }

    /** A seat was taken. What the last license meant for the software stays until the new one is read. */
    public ClientState activated(Seat taken) {
        return new ClientState(taken, null, null, null, time, entitlements, offline, keys);
    }

    /** The next check will propose this secret. */
    public ClientState proposing(CheckSecret next) {
        return new ClientState(seat, next, attempt, denial, time, entitlements, offline, keys);
    }

    /** The proposal was accepted. */
    public ClientState checked(Seat renewed) {
        return new ClientState(renewed, null, null, null, time, entitlements, offline, keys);
    }

    public ClientState attempting(@Nullable Attempt next) {
        return new ClientState(seat, proposal, next, denial, time, entitlements, offline, keys);
    }

    /** Refused, and the seat stays ours: it may be granted again. */
    public ClientState denied(String token) {
        return new ClientState(seat, proposal, attempt, token, time, entitlements, offline, keys);
    }

    /** Refused for good: only a new activation helps. */
    public ClientState evicted(String token) {
        return new ClientState(null, null, null, token, time, entitlements, offline, keys);
    }

    /** The same seat, given back perhaps. */
    public ClientState leaving(Seat left) {
        return new ClientState(left, proposal, attempt, denial, time, entitlements, offline, keys);
    }

    /** Given back. */
    public ClientState released() {
        return new ClientState(null, null, null, null, time, entitlements, offline, keys);
    }

    public ClientState at(TimeMark mark) {
        return new ClientState(seat, proposal, attempt, denial, mark, entitlements, offline, keys);
    }

    public ClientState with(StoredEntitlements read) {
        return new ClientState(seat, proposal, attempt, denial, time, read, offline, keys);
    }

    /** With a file in place of another that was. */
    public ClientState withOfflineLicense(String token) {
        return with(offline.holding(token));
    }

    /** The secret that a request promises to reveal at the return. */
    public ClientState promising(CheckSecret returnSecret) {
        return with(offline.promising(returnSecret));
    }

    /**
     * The file is given back, and whatever bears one of these names is never accepted again.
     *
     * @param proof the return file
     */
    public ClientState withoutOfflineLicense(List<String> names, String proof) {
        return with(offline.withoutThe(names, proof));
    }

    private ClientState with(StoredOffline next) {
        return new ClientState(seat, proposal, attempt, denial, time, entitlements, next, keys);
    }

    public ClientState trusting(String jwkSet) {
        return new ClientState(seat, proposal, attempt, denial, time, entitlements, offline, jwkSet);
    }
}
