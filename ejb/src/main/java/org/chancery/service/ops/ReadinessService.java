package org.chancery.service.ops;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
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

    @Inject
    public ReadinessService(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @SuppressWarnings("NullAway")
    public ReadinessService() { // the EJB proxy needs it
        this(null);
    }

    /** False while the database does not answer; never throws. */
    @ReadOnly
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isReady() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("readiness.failed reason={}", e.getSQLState());
            return false;
        }
    }
}
