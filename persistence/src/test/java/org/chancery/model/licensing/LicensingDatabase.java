package org.chancery.model.licensing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What is known of licensing, in a real database made by the migrations, in memory, with the repositories over it. */
abstract class LicensingDatabase {

    static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    static final LeaseTerms DAY = new LeaseTerms(Duration.ofDays(1), null);
    static final String S1 = "1".repeat(43);
    static final String S2 = "2".repeat(43);
    static final UUID ACCOUNT = new UUID(4, 4);
    static final int CONTENDERS = 12;

    final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    SessionFactory database;
    EntityManager entities;
    Licenses licenses;
    Instances instances;
    InstanceEvents events;
    SigningKeys keys;
    CallCounts counts;
    OfflineLicenses files;

    @BeforeEach
    void a_migrated_database() throws ReflectiveOperationException {
        String url = "jdbc:h2:mem:" + ids.next()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(License.class)
                .addAnnotatedClass(Instance.class)
                .addAnnotatedClass(InstanceEvent.class)
                .addAnnotatedClass(OfflineLicense.class)
                .addAnnotatedClass(SigningKey.class)
                .addAnnotatedClass(CallCount.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.connection.pool_size", String.valueOf(CONTENDERS + 2))
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .setProperty("hibernate.generate_statistics", "true")
                .buildSessionFactory();
        entities = database.createEntityManager();
        licenses = repository("JpaLicenses", Licenses.class);
        instances = repository("JpaInstances", Instances.class);
        set(instances, "database", source(url));
        events = repository("JpaInstanceEvents", InstanceEvents.class);
        keys = repository("JpaSigningKeys", SigningKeys.class);
        counts = repository("JpaCallCounts", CallCounts.class);
        files = repository("JpaOfflineLicenses", OfflineLicenses.class);
    }

    private static DataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url);
        source.setUser("sa");
        return source;
    }

    /** What is read and written meanwhile and how often, in no order. */
    @SuppressWarnings("unchecked")
    List<String> statementsOf(Runnable work) {
        inTransaction(() -> {
            execute("set query_statistics false"); // which forgets
            execute("set query_statistics true");
        });
        work.run();
        return (List<String>) entities.createNativeQuery(
                        "select execution_count || ' x ' || sql_statement from information_schema.query_statistics"
                                + " where regexp_like(sql_statement, '^(select|insert|update|delete) ')",
                        String.class)
                .getResultList();
    }

    void execute(String sql) {
        entities.createNativeQuery(sql).executeUpdate();
    }

    @AfterEach
    void close() {
        entities.close();
        database.close();
    }

    UUID license(String secretHash, Grant grant) {
        UUID id = ids.next();
        inTransaction(
                () -> licenses.add(new License(id, ACCOUNT, "iot-platform", grant, "{}", secretHash, null, NOON)));
        return id;
    }

    UUID instance(UUID license, String name, SeatClass seatClass, Instant at) {
        UUID id = ids.next();
        inTransaction(
                () -> instances.add(new Instance(id, license, "iot-platform", activation(name, seatClass), DAY, at)));
        return id;
    }

    static Activation activation(String name, SeatClass seatClass) {
        return new Activation(
                "plant-1", name, seatClass, "1.0", LocalDate.of(2026, 1, 1), "b1", S1, null, null, "192.0.2.1");
    }

    void inTransaction(Runnable work) {
        entities.getTransaction().begin();
        work.run();
        entities.getTransaction().commit();
        entities.clear();
    }

    <T> T repository(String name, Class<T> as) throws ReflectiveOperationException {
        return repository(name, as, entities);
    }

    static <T> T repository(String name, Class<T> as, EntityManager entities) throws ReflectiveOperationException {
        Constructor<?> constructor =
                Class.forName("org.chancery.model.licensing." + name).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object repository = constructor.newInstance();
        set(repository, "entities", entities);
        return as.cast(repository);
    }

    /** As the container injects it. */
    static void set(Object repository, String name, Object value) throws ReflectiveOperationException {
        Field field = repository.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(repository, value);
    }
}
