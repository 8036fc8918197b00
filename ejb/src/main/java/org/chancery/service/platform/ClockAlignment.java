package org.chancery.service.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the {@link CommonClock} to the database's: at the start, before anything is written, and twice a minute. */
@Singleton
@Startup
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ClockAlignment {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAlignment.class);

    private static final int TRIES = 5;

    @Inject
    private CommonClock clock;

    @Inject
    private DataSource dataSource;

    @PostConstruct
    void start() {
        align();
    }

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void align() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (int attempt = 0; attempt < TRIES && !clock.follow(() -> now(statement)); attempt++) {
                LOG.debug("clock.slow attempt={}", attempt);
            }
        } catch (SQLException e) {
            LOG.warn("clock.unchecked reason={}", e.getSQLState());
        }
    }

    private static Instant now(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select current_timestamp")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
