package org.chancery.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.state.Seat;
import org.chancery.client.state.StoredEntitlements;
import org.chancery.client.token.Lease;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Fetches the entitlements when the lease names others than those that are known, and has the software apply them. */
final class EntitlementsReader {

    private static final Logger LOG = System.getLogger(EntitlementsReader.class.getName());
    private static final int OK = 200;

    private final Correspondence with;
    private final LicenseListener listener;
    private @Nullable JsonObject offered;
    private @Nullable String parsed;
    private @Nullable Entitlements known;

    EntitlementsReader(Correspondence with, LicenseListener listener) {
        this.with = with;
        this.listener = listener;
    }

    /** The entitlements as last read, or null. */
    @Nullable
    Entitlements known() {
        StoredEntitlements stored = with.state().entitlements();
        if (stored == null) {
            return null;
        }
        if (!stored.document().equals(parsed)) {
            parsed = stored.document();
            known = parse(stored.document());
        }
        return known;
    }

    private static @Nullable Entitlements parse(String document) {
        try {
            return Entitlements.of(JsonObject.parse(document));
        } catch (JsonException e) {
            return null; // as if it had never been read
        }
    }

    /**
     * Brings them up to date with the lease.
     *
     * @return false when that has to be tried again
     */
    boolean follow(Lease lease, Seat seat) {
        StoredEntitlements stored = with.state().entitlements();
        if (stored != null && known() != null && stored.tag().equals(lease.entitlementTag())) {
            return true;
        }
        StoredEntitlements read = fetch(lease, seat);
        if (read == null) {
            return false;
        }
        with.file.adopt(with.state().with(read));
        return true;
    }

    private @Nullable StoredEntitlements fetch(Lease lease, Seat seat) {
        try {
            WireAnswer answer = with.exchange(WireRequest.get(
                    "/api/v1/instances/" + seat.instanceId() + "/entitlements",
                    seat.secret().clear()));
            if (answer.status() != OK) {
                return null;
            }
            String document = new String(answer.body(), StandardCharsets.UTF_8);
            Entitlements read = Entitlements.of(JsonObject.parse(document));
            boolean isOurs =
                    read.product().equals(lease.product()) && read.license().equals(lease.licenseId());
            String tag = answer.header("etag");
            return isOurs ? new StoredEntitlements(tag == null ? lease.entitlementTag() : tag, document, false) : null;
        } catch (IOException | JsonException e) {
            return null;
        }
    }

    /** Has the software apply what is granted now, once in the life of a process, so that no restart is asked for twice. */
    void offer(@Nullable Entitlements granted) {
        if (granted == null || granted.document().equals(offered)) {
            return;
        }
        offered = granted.document();
        try {
            boolean applied = listener.entitlementsChanged(granted);
            StoredEntitlements stored = with.state().entitlements();
            if (applied && stored != null && !stored.applied() && granted.equals(known())) {
                with.file.adopt(with.state().with(stored.asApplied()));
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "client.listener-failed", e);
        }
    }
}
