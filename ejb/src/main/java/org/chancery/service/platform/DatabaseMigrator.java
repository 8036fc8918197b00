package org.chancery.service.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.SessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the schema up to date before anything else starts, then has Hibernate validate every mapping against it. Other
 * start-up beans declare {@code @DependsOn("DatabaseMigrator")}. Manages no transaction, because Flyway commits on its
 * own.
 */
@Singleton
@Startup
@DependsOn("ClockAlignment")
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigrator {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMigrator.class);

    private static final String COMMON = "classpath:db/migration";
    private static final String POSTGRESQL = "classpath:db/postgresql";

    @Resource(lookup = "java:/jdbc/ChanceryDS")
    private DataSource dataSource;

    @PersistenceUnit(unitName = "chancery")
    private EntityManagerFactory entityManagers;

    @PostConstruct
    void migrate() {
        MigrateResult result = Flyway.configure(DatabaseMigrator.class.getClassLoader())
                .dataSource(dataSource)
                .locations(locations())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        entityManagers.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        LOG.info(
                "schema.migrated database={} applied={} version={}",
                result.databaseType,
                result.migrationsExecuted,
                result.targetSchemaVersion);
    }

    /** One set of scripts for every database, and beside it what only PostgreSQL can do. */
    private String[] locations() {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            if (product.equals("H2")) {
                requireDurableCommits(connection);
            }
            return product.equals("PostgreSQL") ? new String[] {COMMON, POSTGRESQL} : new String[] {COMMON};
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    /** H2 loses acknowledged commits on a kill unless its log is written through, so we refuse to start on such a URL. */
    private static void requireDurableCommits(Connection connection) throws SQLException {
        if (writeDelay(connection) != 0) {
            throw new ConfigurationException(
                    java.util.List.of("the H2 URL must end with ;WRITE_DELAY=0, or a crash loses committed work"));
        }
    }

    private static int writeDelay(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Integer.parseInt(row.getString(1)) : 0;
        }
    }
}
