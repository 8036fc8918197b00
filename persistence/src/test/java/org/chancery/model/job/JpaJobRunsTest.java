package org.chancery.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.chancery.model.platform.Ids;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Who gets a job is decided by a real database, made by the migrations, in memory. */
class JpaJobRunsTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Job JOB = Job.SUBSCRIPTIONS;
    private static final int CONTENDERS = 12;

    private SessionFactory database;

    @BeforeEach
    void a_migrated_database() {
        String url = "jdbc:h2:mem:"
                + new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom()).next()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=300";
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Configuration()
                .addAnnotatedClass(JobRun.class)
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
    void of_many_nodes_that_make_the_row_one_does_and_of_many_that_claim_one_gets_it() throws Exception {
        assertThat(winners(node -> adds())).isEqualTo(1);
        assertThat(winners(node -> claims(claim("node-" + node, NOON)))).isEqualTo(1);
    }

    @Test
    void a_job_without_a_row_is_nobodys() {
        assertThat(claims(claim("node-a", NOON))).isFalse();
        assertThat(exists()).isFalse();
        assertThat(adds()).isTrue();
        assertThat(exists()).isTrue();
        assertThat(claims(claim("node-a", NOON))).isTrue();
    }

    @Test
    void a_hold_keeps_others_away_until_it_ends() {
        adds();
        JobClaim dead = claim("node-a", NOON);
        assertThat(claims(dead)).isTrue();
        assertThat(claims(claim("node-b", dead.heldUntil().minusNanos(1_000)))).isFalse();
        JobClaim next = claim("node-b", dead.heldUntil());
        assertThat(claims(next)).isTrue();
        assertThat(holds(dead)).isFalse();
        assertThat(holds(next)).isTrue();
    }

    @Test
    void a_run_is_told_from_a_later_one_of_the_same_node() {
        adds();
        JobClaim slow = claim("node-a", NOON);
        claims(slow);
        claims(claim("node-a", slow.heldUntil()));
        assertThat(holds(slow)).isFalse();
    }

    @Test
    void a_good_run_counts_for_the_wake_ups_of_half_an_interval_and_a_failed_one_for_none() {
        adds();
        Duration half = JOB.interval().dividedBy(2);
        runs(claim("node-a", NOON), null);
        assertThat(claims(claim("node-b", NOON.plus(half).minusNanos(1_000)))).isFalse();
        JobClaim failing = claim("node-b", NOON.plus(half));
        assertThat(claims(failing)).isTrue();
        finish(failing, "the disk is full");
        assertThat(claims(claim("node-a", failing.startedAt().plusSeconds(1)))).isTrue();
    }

    @Test
    void what_became_of_a_run_is_kept_until_the_next_one_has_ended() {
        adds();
        runs(claim("node-a", NOON), null);
        Instant later = NOON.plus(JOB.interval());
        claims(claim("node-b", later));
        JobRun run = ask(JobRuns::list).get(0);
        assertThat(run.job()).isEqualTo("subscriptions");
        assertThat(run.owner()).contains("node-b");
        assertThat(run.startedAt()).contains(later);
        assertThat(run.heldUntil()).contains(later.plus(JobRun.HOLD));
        assertThat(run.last()).contains(new FinishedRun("node-a", NOON, NOON.plusSeconds(2), null));
        assertThat(run.succeededAt()).contains(NOON.plusSeconds(2));
    }

    @Test
    void a_failure_of_any_length_fits() {
        adds();
        runs(claim("node-a", NOON), "x".repeat(5_000));
        assertThat(ask(JobRuns::list).get(0).last())
                .hasValueSatisfying(last -> assertThat(last.failure()).hasSize(FinishedRun.LONGEST_FAILURE));
    }

    @Test
    void a_fault_of_the_database_is_no_lost_race() {
        inTransaction(entities ->
                entities.createNativeQuery("alter table job_run rename to gone").executeUpdate());
        assertThatThrownBy(this::adds).isInstanceOf(PersistenceException.class);
    }

    private static JobClaim claim(String node, Instant at) {
        return new JobClaim(JOB, node, at);
    }

    private boolean adds() {
        return ask(runs -> runs.add(new JobRun(JOB)));
    }

    private boolean exists() {
        return ask(runs -> runs.exists(JOB));
    }

    private boolean claims(JobClaim claim) {
        return ask(runs -> runs.claim(claim));
    }

    private boolean holds(JobClaim claim) {
        return ask(runs -> runs.findHeldLocked(claim).isPresent());
    }

    private void runs(JobClaim claim, @Nullable String failure) {
        assertThat(claims(claim)).isTrue();
        finish(claim, failure);
    }

    private void finish(JobClaim claim, @Nullable String failure) {
        ask(runs -> {
            runs.findHeldLocked(claim).orElseThrow().finish(claim.startedAt().plusSeconds(2), failure);
            return true;
        });
    }

    private static int winners(IntPredicate race) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONTENDERS);
        try {
            CyclicBarrier start = new CyclicBarrier(CONTENDERS);
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < CONTENDERS; i++) {
                int node = i;
                tries.add(pool.submit(() -> {
                    start.await();
                    return race.test(node);
                }));
            }
            int winners = 0;
            for (Future<Boolean> each : tries) {
                winners += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            return winners;
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> T ask(Function<JobRuns, T> question) {
        return inTransaction(entities -> question.apply(over(entities)));
    }

    /** As the container does it: what can only be rolled back is, without a word. */
    private <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager entities = database.createEntityManager();
        try {
            entities.getTransaction().begin();
            T answer = work.apply(entities);
            if (!entities.getTransaction().getRollbackOnly()) {
                entities.getTransaction().commit();
            }
            return answer;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static JobRuns over(EntityManager entities) {
        try {
            JpaJobRuns runs = new JpaJobRuns();
            Field field = JpaJobRuns.class.getDeclaredField("entities");
            field.setAccessible(true);
            field.set(runs, entities);
            return runs;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The repository changed its shape", e);
        }
    }
}
