package org.chancery.service.ops;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.service.ops.port.ReadinessCheck;
import org.chancery.service.platform.ReadOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says whether this node can serve a request now. */
@Stateless
@PermitAll
public class ReadinessService {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessService.class);
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource dataSource;
    private final Iterable<ReadinessCheck> checks;

    @Inject
    public ReadinessService(DataSource dataSource, @Any Instance<ReadinessCheck> checks) {
        this(dataSource, (Iterable<ReadinessCheck>) checks);
    }

    @SuppressWarnings("NullAway")
    public ReadinessService() { // the EJB proxy needs it
        this(null, (Iterable<ReadinessCheck>) null);
    }

    ReadinessService(DataSource dataSource, Iterable<ReadinessCheck> checks) {
        this.dataSource = dataSource;
        this.checks = checks;
    }

    /** What keeps this node from serving, in one word: {@code database} or a check's name. Empty when nothing does. */
    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<String> trouble() {
        if (!hasDatabase()) {
            return Optional.of("database");
        }
        for (ReadinessCheck check : checks) {
            if (!check.isReady()) {
                return Optional.of(check.name());
            }
        }
        return Optional.empty();
    }

    private boolean hasDatabase() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("readiness.failed reason={}", e.getSQLState());
            return false;
        }
    }
}
