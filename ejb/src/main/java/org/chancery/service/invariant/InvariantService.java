package org.chancery.service.invariant;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.service.platform.ReadOnly;

/** Looks for breaches of what must always hold. A finding is a fault of ours, never of a caller. */
@Stateless
@PermitAll // reads, says only ids, and no page or resource calls it: the nightly job and the tests do
public class InvariantService {

    private static final int MOST = 100;

    private final DataSource dataSource;
    private final Clock clock;

    @Inject
    public InvariantService(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public InvariantService() { // the EJB proxy needs it
        this(null, null);
    }

    /** Every breach, at most a hundred of each rule; empty when all is well. */
    @ReadOnly
    public List<Breach> breaches() {
        List<Breach> breaches = new ArrayList<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Invariant invariant : Invariant.values()) {
                look(connection, invariant, breaches);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The invariants could not be checked", e);
        }
        return breaches;
    }

    private void look(Connection connection, Invariant invariant, List<Breach> breaches) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(invariant.query())) {
            query.setMaxRows(MOST);
            if (invariant.asksForTheTime()) {
                query.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    breaches.add(new Breach(invariant.rule(), rows.getString(1)));
                }
            }
        }
    }
}
