package org.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.chancery.bench.KeepAlive.Answer;
import org.chancery.bench.bare.BareApplication;
import org.chancery.bench.bare.BareRowsResource;
import org.chancery.bench.bare.BareTable;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Measures checks beside the bare rows they stand on, in one run and in turns, so that whatever else the machine does
 * meets all. The processor is the bound: driver, server and database share it.
 */
@ContainerTest
class LoadBench {

    private static final int WARM_UP_ROUNDS = 3;
    private static final int CASES = 3;
    private static final int ACTIVATIONS = 2_020;
    private static final int CUSTOMERS = 40;
    private static final Duration SIDE_WINDOW = Duration.ofSeconds(10);

    private final BenchSettings settings = BenchSettings.ofProperties();
    private final List<Series> all = new ArrayList<>();
    private final Series firstActivations = series("first activations");
    private final Series checks = series("check");
    private final Series bare = series("bare row");
    private final Series read = series("bare row, read before");
    private final Fleet fleet = new Fleet();

    @Deployment(name = "probe", testable = false)
    static WebArchive probe() {
        return Deployments.probeFor(LoadBench.class);
    }

    @Deployment(name = "bare", testable = false)
    static WebArchive bareRows() {
        return ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClasses(BareApplication.class, BareRowsResource.class, BareTable.class);
    }

    @Test
    void every_answer_is_good_and_the_figures_are_written_down() throws IOException {
        fleet.buySeats(settings.instances()); // first, because the server closes connections that rest for a minute
        Report report;
        try (Load load = new Load(URI.create(Api.base()), settings.threads(), settings.connections())) {
            activate(load, firstActivations, settings.instances());
            warmUp(load);
            takeTurns(load, List.of(checks, bare, read), settings.rounds(), settings.window());
            TestInstance.verified(fleet.someLease());
            report = new Report(settings, checks, List.of(bare, read), others(load));
        }
        report.writeTo(Path.of(System.getProperty("bench.report")));
        System.out.println(report.text());
        assertThat(all).flatExtracting(series -> series.whole().errors()).isEmpty();
    }

    private Series series(String name) {
        Series series = new Series(name);
        all.add(series);
        return series;
    }

    private void warmUp(Load load) {
        Duration length = settings.warmUp().dividedBy(CASES * WARM_UP_ROUNDS);
        List<Series> cases = Stream.of(checks, bare, read)
                .map(measured -> series("warm-up, " + measured.name()))
                .toList();
        takeTurns(load, cases, WARM_UP_ROUNDS, length);
    }

    private void activate(Load load, Series activations, int instances) {
        fleet.buySeats(instances);
        activations.add(load.times(instances, fleet::activate));
    }

    /** @param cases of the check, the bare row and the one that is read before */
    private void takeTurns(Load load, List<Series> cases, int rounds, Duration length) {
        for (int round = 0; round < rounds; round++) {
            keepFleetLargeEnough(load, length);
            Window window = load.during(length, fleet::check);
            fleet.noteRate(window.perSecond());
            cases.get(0).add(window);
            cases.get(1).add(load.during(length, connection -> countBareRow(connection, "")));
            cases.get(2).add(load.during(length, connection -> countBareRow(connection, "/read")));
        }
    }

    /** A fast machine uses up more checks than the limit leaves to the first instances. */
    private void keepFleetLargeEnough(Load load, Duration length) {
        int missing = fleet.missingFor(length);
        if (missing > 0) {
            activate(load, firstActivations, missing);
        }
    }

    private static Answer countBareRow(KeepAlive connection, String how) throws IOException {
        int id = ThreadLocalRandom.current().nextInt(BareTable.ROWS) + 1;
        return connection.post("/bare/rows/" + id + how, null, null, "");
    }

    /** Figures beside the ratio: not in turns, and not as warm. */
    private List<Series> others(Load load) {
        Series activations = series("activation");
        activate(load, activations, ACTIVATIONS);
        Shop shop = new Shop(CUSTOMERS);
        return List.of(activations, aside(load, "quote", shop::quote), aside(load, "order by transfer", shop::order));
    }

    private Series aside(Load load, String name, Load.Call call) {
        series("warm-up, " + name).add(load.during(SIDE_WINDOW.dividedBy(2), call));
        Series measured = series(name);
        measured.add(load.during(SIDE_WINDOW, call));
        return measured;
    }
}
