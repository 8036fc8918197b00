package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Fault;
import org.chancery.it.harness.FaultyLine;
import org.chancery.it.harness.FaultyProxy;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of the protocol, kept by the shipped client and the shipped server over HTTP through a proxy that loses,
 * delays, repeats, damages and invents, while processes crash and the database falls back. All lives go through time
 * together: in a round everybody writes once, then the sandbox's clock moves on by the interval of checks. A failure
 * names its life; {@code -Dseed=} has only that one.
 */
@ContainerTest
class FaultyWireIT {

    /** Lives of each kind; {@code -Dlives=} sets another number. */
    private static final int LIVES = Integer.getInteger("lives", 100);

    private static final int ROUNDS = 20;
    private static final int THREADS = 8;
    private static final Duration INTERVAL = Duration.ofSeconds(WiredProcess.LEASE_SECONDS / 3);
    private static final int ROUNDS_OF_A_LEASE = 4;

    /** Thousands of broken answers are not for the log. */
    private static final Logger LOG = Logger.getLogger("org.chancery.client");

    private static final Logger COUNTS = Logger.getLogger("org.chancery.it.wire");

    private static final Tables TABLES = Tables.of(FaultyWireIT.class);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final FaultyProxy proxy = new FaultyProxy();
    private final List<WiredLife> lives = new ArrayList<>();
    private volatile Instant now = Instant.EPOCH;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(FaultyWireIT.class).addClasses(DatabaseProbe.class, QueryProbe.class);
    }

    @BeforeEach
    void the_clock_stands() {
        LOG.setLevel(Level.OFF);
        now = Sandbox.now().truncatedTo(ChronoUnit.SECONDS);
        time(Duration.ofSeconds(1));
    }

    @AfterEach
    void nobody_writes_any_more() throws IOException {
        proxy.close();
        threads.shutdownNow();
        LOG.setLevel(null);
    }

    @Test
    void an_honest_instance_is_never_locked_out_whatever_the_wire_and_the_database_do(@TempDir Path directory)
            throws InterruptedException {
        begin(directory, seed -> seed, "node-1");
        try (Backup backup = new Backup()) {
            for (int round = 0; round < ROUNDS; round++) {
                each(life -> life.live(FaultyWireIT::requireNotDenied));
                backup.live(round);
                time(INTERVAL);
            }
        }
        calm(3);
        each(life -> assertThat(life.processes.get(0).status().state()).isEqualTo(LicenseState.LICENSED));
        assertThat(heard("replay")).isGreaterThan(lives.size());
        assertThat(heard("stale")).as("old messages").isPositive();
        assertThat(healed()).as("healed").isGreaterThan(lives.size() / 4);
        requireEveryFault();
    }

    private static void requireNotDenied(WiredLife life) {
        assertThat(life.processes.get(0).status().state()).isNotEqualTo(LicenseState.DENIED);
    }

    @Test
    void a_seat_never_has_a_second_holder(@TempDir Path directory) throws InterruptedException {
        begin(directory, seed -> -seed, "node-1", "node-2");
        for (int round = 0; round < ROUNDS; round++) {
            each(life -> {
                life.live(FaultyWireIT::requireOneHolder);
                if (life.random.nextInt(20) == 0) {
                    life.processes.get(life.random.nextInt(2)).release();
                }
            });
            time(INTERVAL);
        }
        calm(ROUNDS_OF_A_LEASE + 2);
        each(life -> assertThat(life.permitted()).isEqualTo(1));
        assertThat(heard("replay")).isGreaterThan(lives.size());
        requireEveryFault();
    }

    private static void requireOneHolder(WiredLife life) {
        assertThat(life.permitted()).isLessThanOrEqualTo(1);
    }

    @Test
    void no_copy_lives_on_after_two_checks(@TempDir Path directory) throws InterruptedException {
        begin(directory, seed -> seed << 20, "node-1");
        Map<WiredLife, byte[]> states = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (round == ROUNDS / 2) {
                each(life -> life.copy(states.get(life)));
            }
            each(life -> life.live(any -> {}));
            keepStates(states);
            time(INTERVAL);
        }
        calm(2);
        each(FaultyWireIT::requireOneHolder);
        calm(ROUNDS_OF_A_LEASE + 2);
        each(life -> assertThat(life.permitted()).isEqualTo(1));
        assertThat(heard("fork")).isGreaterThan(lives.size() / 4);
        assertThat(heard("stale")).isGreaterThan(lives.size() / 4);
        requireEveryFault();
    }

    /** In most lives the copy is of the present, in some it is an older one. */
    private void keepStates(Map<WiredLife, byte[]> states) {
        for (WiredLife life : lives) {
            try {
                byte[] state = life.processes.get(0).state();
                if (state != null && life.random.nextInt(3) > 0) {
                    states.put(life, state);
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private interface Story {
        void tell(WiredLife life) throws IOException;
    }

    private interface Numbering {
        long seed(long number);
    }

    private void begin(Path directory, Numbering numbering, String... names) {
        long only = Long.getLong("seed", 0);
        long[] seeds = (only != 0 ? LongStream.of(only) : LongStream.rangeClosed(1, LIVES))
                .map(numbering::seed)
                .toArray();
        String keys = Api.anonymous().get("/.well-known/jwks.json").body();
        UUID account = Sandbox.account();
        Sandbox.attach(account, "card", "pm_card_visa");
        try {
            for (long seed : seeds) {
                String secret =
                        Sandbox.paidPerpetual(account).at("/license/secret").asText();
                WiredLife life = new WiredLife(seed, proxy, secret, keys, directory, () -> now);
                for (String name : names) {
                    life.add(name);
                }
                lives.add(life);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every life goes on, several at a time, until nothing is under way any more. */
    private void each(Story story) throws InterruptedException {
        List<Callable<Void>> told = new ArrayList<>();
        for (WiredLife life : lives) {
            told.add(() -> {
                try {
                    story.tell(life);
                    return null;
                } catch (AssertionError | RuntimeException | IOException e) {
                    throw new AssertionError("In the life of seed " + life.seed, e);
                }
            });
        }
        try {
            for (Future<Void> life : threads.invokeAll(told)) {
                life.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
        proxy.awaitQuiet();
    }

    private void time(Duration passes) {
        now = now.plus(passes);
        Sandbox.travelTo(now);
    }

    /** Nothing goes wrong any more, and everybody writes so many times. */
    private void calm(int rounds) throws InterruptedException {
        each(WiredLife::calm);
        for (int round = 0; round < rounds; round++) {
            time(INTERVAL);
            each(WiredLife::liveCalmly);
        }
    }

    private int heard(String word) {
        return total(FaultyLine::heard).getOrDefault(word, 0);
    }

    /** What happened is told, and anything that can go wrong is part of it. */
    private void requireEveryFault() {
        Map<Fault, Integer> done = total(FaultyLine::done);
        COUNTS.info("faults " + new TreeMap<>(done) + " answers " + new TreeMap<>(total(FaultyLine::heard)));
        assertThat(done.keySet()).containsExactlyInAnyOrder(Fault.values());
    }

    private <K> Map<K, Integer> total(Function<FaultyLine, Map<K, Integer>> counted) {
        return lives.stream()
                .flatMap(life -> counted.apply(life.line).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    private int healed() {
        return Integer.parseInt(TABLES.query("select count(*) from instance_event where event_type = 'HEALED'")
                .get(0));
    }

    /** The database falls back to what it was some rounds ago, where it knew the seat as it is. */
    private final class Backup implements AutoCloseable {

        private static final String COLUMNS = "seq, current_hash, previous_hash, boot_ids, lease_issued_at,"
                + " lease_expires_at, seat_until, last_check_at, state";
        private static final int ROUNDS_BETWEEN = 4;

        void live(int round) {
            if (round % ROUNDS_BETWEEN == 0) {
                TABLES.change("drop table if exists wire_backup");
                TABLES.change("create table wire_backup as select * from instance");
                return;
            }
            String fallen = lives.stream()
                    .filter(life -> life.random.nextInt(12) == 0)
                    .map(life -> life.processes.get(0).status().instanceId())
                    .filter(id -> id != null)
                    .collect(Collectors.joining("','"));
            TABLES.change(
                    "update instance set (" + COLUMNS + ") = (select " + COLUMNS
                            + " from wire_backup b where b.id = instance.id) where cast(id as varchar(36)) in ('"
                            + fallen
                            + "') and exists (select 1 from wire_backup b where b.id = instance.id and b.epoch = instance.epoch)");
        }

        @Override
        public void close() {
            TABLES.change("drop table if exists wire_backup");
        }
    }
}
