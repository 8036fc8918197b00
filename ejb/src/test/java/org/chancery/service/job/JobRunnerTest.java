package org.chancery.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.model.job.FinishedRun;
import org.chancery.model.job.InMemoryJobRuns;
import org.chancery.model.job.Job;
import org.chancery.model.job.JobClaim;
import org.chancery.model.job.JobRun;
import org.chancery.service.platform.NodeName;
import org.chancery.service.platform.SetClock;
import org.junit.jupiter.api.Test;

/** Two nodes, one database. */
class JobRunnerTest {

    private static final Job JOB = Job.SUBSCRIPTIONS;
    private static final Duration MOMENT = Duration.ofMillis(5);

    private final SetClock clock = new SetClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final InMemoryJobRuns rows = new InMemoryJobRuns();
    private final Node one = new Node("node-1");
    private final Node two = new Node("node-2");

    @Test
    void a_job_is_done_and_what_became_of_it_is_there_to_read() {
        Instant start = clock.instant();
        one.jobs.run(JOB, hold -> clock.advance(MOMENT));
        JobView view = view(JOB);
        assertThat(view.state()).isEqualTo(JobState.DONE);
        assertThat(view.last()).isEqualTo(new FinishedRun("node-1", start, start.plus(MOMENT), null));
        assertThat(last().took()).isEqualTo(MOMENT);
        assertThat(two.service.figures()).containsExactly(new JobFigures("subscriptions", start.plus(MOMENT), MOMENT));
    }

    @Test
    void of_two_nodes_that_wake_at_once_exactly_one_does_the_job() throws Exception {
        AtomicInteger done = new AtomicInteger();
        int nodes = 8;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<?>> wakeUps = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                Node node = i % 2 == 0 ? one : two;
                wakeUps.add(pool.submit(() -> {
                    start.await();
                    node.jobs.run(JOB, hold -> done.incrementAndGet());
                    return null;
                }));
            }
            for (Future<?> each : wakeUps) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(done).hasValue(1);
    }

    @Test
    void a_node_that_wakes_a_little_later_finds_the_job_done_and_at_the_next_wake_up_it_is_its_turn() {
        one.runs(Job.INVARIANTS);
        clock.advance(Duration.ofHours(11));
        assertThat(two.runs(Job.INVARIANTS)).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(two.runs(Job.INVARIANTS)).isTrue();
    }

    @Test
    void while_one_node_runs_it_the_other_one_does_not() {
        one.jobs.run(JOB, hold -> {
            assertThat(two.runs(JOB)).isFalse();
            assertThat(view(JOB).state()).isEqualTo(JobState.RUNNING);
            assertThat(view(JOB).owner()).isEqualTo("node-1");
        });
        assertThat(view(JOB).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void a_node_that_died_is_replaced_when_its_hold_ends_and_records_nothing_any_more() {
        one.runs(JOB);
        clock.advance(JOB.interval());
        JobClaim dead = one.service.claim(JOB).orElseThrow();
        clock.advance(JobRun.HOLD.minusMillis(1));
        assertThat(two.runs(JOB)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(view(JOB).state()).isEqualTo(JobState.CUT_OFF);

        two.jobs.run(JOB, hold -> {
            assertThat(one.service.keep(dead)).isFalse();
            one.service.fail(dead, "too late");
            assertThat(view(JOB).state()).isEqualTo(JobState.RUNNING);
            assertThat(view(JOB).owner()).isEqualTo("node-2");
        });
        one.service.finish(dead);
        assertThat(last().owner()).isEqualTo("node-2");
    }

    @Test
    void a_run_that_asks_keeps_the_job_as_long_as_it_works() {
        one.jobs.run(JOB, hold -> {
            for (int step = 0; step < 20; step++) {
                clock.advance(Duration.ofSeconds(11));
                assertThat(hold.lasts()).isTrue();
                assertThat(two.runs(JOB)).isFalse();
            }
        });
        assertThat(last().took()).isEqualTo(Duration.ofSeconds(220));
    }

    @Test
    void a_run_is_not_extended_before_a_third_of_its_hold_has_passed() {
        one.jobs.run(JOB, hold -> {
            Instant start = clock.instant();
            clock.advance(Duration.ofSeconds(10));
            hold.lasts();
            assertThat(rows.list().get(0).heldUntil()).contains(start.plus(JobRun.HOLD));
            clock.advance(Duration.ofSeconds(1));
            hold.lasts();
            assertThat(rows.list().get(0).heldUntil())
                    .contains(start.plusSeconds(11).plus(JobRun.HOLD));
        });
    }

    @Test
    void who_lost_the_job_is_told_to_stop_and_stays_told() {
        one.jobs.run(JOB, hold -> {
            clock.advance(JobRun.HOLD);
            assertThat(two.runs(JOB)).isTrue();
            assertThat(hold.lasts()).isFalse();
            assertThat(hold.lasts()).isFalse();
        });
        assertThat(last().owner()).isEqualTo("node-2");
    }

    @Test
    void a_failure_is_told_in_one_line_and_blocks_nobody() {
        one.jobs.run(JOB, hold -> {
            throw new IllegalStateException("wrapped", new IllegalArgumentException("disk full\nand more"));
        });
        assertThat(view(JOB).state()).isEqualTo(JobState.FAILED);
        assertThat(last().failure()).isEqualTo("IllegalArgumentException: disk full");
        assertThat(two.service.figures()).extracting(JobFigures::succeededAt).containsOnlyNulls();
        assertThat(two.runs(JOB)).isTrue();
        assertThat(view(JOB).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void a_failure_without_words_is_told_by_its_kind() {
        one.jobs.run(JOB, hold -> {
            throw new ArithmeticException();
        });
        assertThat(last().failure()).isEqualTo("ArithmeticException");
    }

    @Test
    void the_last_good_run_is_remembered_over_a_failed_one() {
        one.runs(JOB);
        Instant good = clock.instant();
        clock.advance(JOB.interval());
        one.jobs.run(JOB, hold -> {
            throw new IllegalStateException("lost");
        });
        assertThat(one.service.figures()).containsExactly(new JobFigures("subscriptions", good, Duration.ZERO));
    }

    @Test
    void every_job_is_listed_and_none_has_run_at_first() {
        assertThat(one.service.list())
                .hasSameSizeAs(Job.values())
                .allMatch(view -> view.state() == JobState.NEVER_RUN && view.last() == null);
        assertThat(one.service.figures()).isEmpty();
    }

    @Test
    void a_job_whose_row_is_made_and_that_nobody_began_has_not_run() {
        one.service.introduce(JOB);
        assertThat(view(JOB).state()).isEqualTo(JobState.NEVER_RUN);
        assertThat(one.service.introduce(JOB)).isFalse();
    }

    @Test
    void a_job_that_nobody_ran_for_three_intervals_is_overdue() {
        one.runs(JOB);
        clock.advance(JOB.interval().multipliedBy(3));
        assertThat(view(JOB).state()).isEqualTo(JobState.DONE);
        clock.advance(Duration.ofMillis(1));
        assertThat(view(JOB).state()).isEqualTo(JobState.OVERDUE);
    }

    @Test
    void the_outbox_is_not_overdue_while_the_nodes_restart() {
        one.runs(Job.OUTBOX);
        clock.advance(Duration.ofSeconds(59));
        assertThat(view(Job.OUTBOX).state()).isEqualTo(JobState.DONE);
    }

    private FinishedRun last() {
        return Objects.requireNonNull(view(JOB).last());
    }

    private JobView view(Job job) {
        return one.service.list().stream()
                .filter(each -> each.job() == job)
                .findFirst()
                .orElseThrow();
    }

    private final class Node {

        private final JobService service;
        private final JobRunner jobs;

        Node(String name) {
            service = new JobService(rows, new NodeName(name), clock);
            jobs = new JobRunner(service, clock);
        }

        boolean runs(Job job) {
            List<JobHold> holds = new ArrayList<>();
            jobs.run(job, holds::add);
            return !holds.isEmpty();
        }
    }
}
