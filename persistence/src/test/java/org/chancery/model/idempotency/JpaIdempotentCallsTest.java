package org.chancery.model.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who gets a key is decided by a real database, made by the migrations, in memory. */
class JpaIdempotentCallsTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final int CONTENDERS = 12;

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());
    private SessionFactory database;

    @BeforeEach
    void a_migrated_database() {
        String url = "jdbc:h2:mem:" + ids.next()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=300";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(IdempotentCall.class)
                .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.connection.username", "sa")
                .setProperty("hibernate.connection.pool_size", String.valueOf(CONTENDERS + 2))
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC")
                .buildSessionFactory();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_mapping_fits_the_migrated_schema() {
        database.getSchemaManager().validateMappedObjects();
    }

    @RepeatedTest(5)
    void of_many_who_begin_under_one_key_one_does_and_the_others_are_told_to_wait() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONTENDERS);
        try {
            CyclicBarrier start = new CyclicBarrier(CONTENDERS);
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < CONTENDERS; i++) {
                tries.add(pool.submit(() -> {
                    start.await();
                    return begins(call("order-1"));
                }));
            }
            int winners = 0;
            for (Future<Boolean> each : tries) {
                winners += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void who_waits_too_long_for_another_to_begin_is_told_to_wait() {
        EntityManager slow = database.createEntityManager();
        slow.getTransaction().begin();
        over(slow).add(call("order-1")); // begun, not committed
        assertThat(begins(call("order-1"))).isFalse();
        slow.getTransaction().rollback();
        slow.close();
        assertThat(begins(call("order-1"))).isTrue();
    }

    @Test
    void a_fault_of_the_database_is_no_lost_race() {
        IdempotentCall tooLong = new IdempotentCall(ids.next(), "caller", "/p".repeat(200), "key", "body", NOON);
        assertThatThrownBy(() -> begins(tooLong)).isInstanceOf(PersistenceException.class);
        inTransaction(entities -> entities.createNativeQuery("alter table idempotent_call rename to gone")
                .executeUpdate());
        assertThatThrownBy(() -> begins(call("order-1"))).isInstanceOf(PersistenceException.class);
    }

    @Test
    void two_may_forget_one_call() {
        IdempotentCall call = call("order-1");
        assertThat(begins(call)).isTrue();
        EntityManager other = database.createEntityManager();
        assertThat(over(other).find("caller", "/path", "order-1")).contains(call);
        UUID id = call.id();
        inTransaction(entities -> over(entities).remove(id));
        other.getTransaction().begin();
        over(other).remove(id);
        other.getTransaction().commit();
        other.close();
        assertThat(begins(call("order-1"))).isTrue();
    }

    private IdempotentCall call(String key) {
        return new IdempotentCall(ids.next(), "caller", "/path", key, "body", NOON);
    }

    private boolean begins(IdempotentCall call) {
        try {
            inTransaction(entities -> over(entities).add(call));
            return true;
        } catch (DomainException taken) {
            assertThat(taken.refusal()).isEqualTo(IdempotencyRefusal.IN_PROGRESS);
            assertThat(taken.details()).containsEntry("retryAfter", 5);
            return false;
        }
    }

    private void inTransaction(Consumer<EntityManager> work) {
        EntityManager entities = database.createEntityManager();
        try {
            entities.getTransaction().begin();
            work.accept(entities);
            entities.getTransaction().commit();
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static IdempotentCalls over(EntityManager entities) {
        try {
            JpaIdempotentCalls calls = new JpaIdempotentCalls();
            Field field = JpaIdempotentCalls.class.getDeclaredField("entities");
            field.setAccessible(true);
            field.set(calls, entities);
            return calls;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The repository changed its shape", e);
        }
    }
}
