package org.chancery.model.licensing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Grants for tests. */
public final class Grants {

    private static final List<String> PLAIN = List.of("white-label", "rules");

    private Grants() {}

    /** The startup plan as it is sold: 500 devices, one seat of each class, leases of a day. */
    public static Grant startup() {
        return withSeats(1, 1);
    }

    public static Grant withSeats(long production, long development) {
        return grant(production, development, Grant.DEFAULT_LEASE_SECONDS, null);
    }

    public static Grant withSeats(Limit production, Limit development) {
        return grant(production, development, Grant.DEFAULT_LEASE_SECONDS, null, PLAIN);
    }

    /** With the feature of offline licenses. */
    public static Grant offline(long production, @Nullable LocalDate updatesUntil) {
        return grant(
                Limit.of(production),
                Limit.of(1),
                Grant.DEFAULT_LEASE_SECONDS,
                updatesUntil,
                List.of("offline-mode", "rules"));
    }

    public static Grant grant(long production, long development, int leaseSeconds, @Nullable LocalDate updatesUntil) {
        return grant(Limit.of(production), Limit.of(development), leaseSeconds, updatesUntil, PLAIN);
    }

    private static Grant grant(
            Limit production,
            Limit development,
            int leaseSeconds,
            @Nullable LocalDate updatesUntil,
            List<String> features) {
        return new Grant(
                "startup",
                "Startup",
                new TreeMap<>(Map.of("devices", Limit.of(500), "assets", Limit.UNLIMITED)),
                features,
                new TreeMap<>(Map.of("additional-users", 3L)),
                "business-hours",
                Map.of(SeatClass.PRODUCTION, production, SeatClass.DEVELOPMENT, development),
                leaseSeconds,
                updatesUntil);
    }
}
