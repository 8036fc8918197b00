package org.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.chancery.bench.renewals.BareRows;
import org.chancery.bench.renewals.Herd;
import org.chancery.bench.renewals.RenewalsApplication;
import org.chancery.bench.renewals.RenewalsResource;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Measures renewals by card: 10,000 in one run among 1,000, 10,000 and 100,000 subscriptions, beside the bare cost of
 * writing the same rows. The sandbox's clock makes them due; each is billed once.
 */
@ContainerTest
class RenewalBench {

    private static final String CLOCK = "/api/v1/sandbox/clock";
    private static final int HERD = Integer.getInteger("bench.renewals", 10_000);
    private static final int WARM_UP_PERIODS = 3;

    private final List<String> rows = new ArrayList<>();
    private String subscription = "";

    @Deployment(name = "probe", testable = false)
    static WebArchive probe() {
        return Deployments.probeFor(RenewalBench.class);
    }

    @Deployment(name = "renewals", testable = false)
    static WebArchive renewals() {
        return ShrinkWrap.create(WebArchive.class, "renewals.war")
                .addClasses(RenewalsApplication.class, RenewalsResource.class, Herd.class, BareRows.class)
                .addAsWebInfResource(org.jboss.shrinkwrap.api.asset.EmptyAsset.INSTANCE, "beans.xml");
    }

    @Test
    void each_is_billed_once_and_the_figures_are_written_down() throws IOException {
        UUID account = Sandbox.account();
        Sandbox.attach(account, "card", "pm_card_visa");
        subscription = Api.operator()
                .post(
                        "/api/v1/subscriptions",
                        "{'account':'" + account + "','product':'iot-platform','plan':'startup','period':'month',"
                                + "'currency':'EUR','collection':'charge'}")
                .text("/id");
        grow(HERD / 10, 0);
        for (int period = 0; period < WARM_UP_PERIODS; period++) {
            renew(HERD / 10);
        }
        double small = 0;
        for (int period = 0; period < 10; period++) {
            small += renew(HERD / 10);
        }
        double small10 = HERD / small;
        note(HERD / 10, small10);
        grow(HERD - HERD / 10, 0);
        double medium = HERD / renew(HERD);
        note(HERD, medium);
        grow(HERD * 9, 50);
        Instant since = Instant.now();
        double large = HERD / renew(HERD);
        note(HERD * 10, large);
        String[] bare = call("POST", "bare?at=" + now() + "&since=" + since + "&count=" + HERD)
                .split(" ");
        double bareRate = HERD / (Long.parseLong(bare[0]) / 1e9);
        String text = "# Renewals by card, " + HERD + " in each case\n\n| subscriptions | renewals/s |\n|---|---|\n"
                + String.join("\n", rows)
                + String.format(
                        Locale.ROOT,
                        "\n\nBare: the same %s rows, one transaction a renewal: %,.0f renewals/s. Ratio at %d"
                                + " subscriptions: %.2f; from %d to %d subscriptions a renewal takes %.2f times as long.\n",
                        bare[1],
                        bareRate,
                        HERD * 10,
                        large / bareRate,
                        HERD / 10,
                        HERD * 10,
                        small10 / large);
        Path report = Path.of(System.getProperty("bench.report")).resolveSibling("renewals.md");
        Files.createDirectories(report.getParent());
        Files.writeString(report, text);
        System.out.println(text);
    }

    private void note(int subscriptions, double rate) {
        rows.add(String.format(Locale.ROOT, "| %,d | %,.0f |", subscriptions, rate));
    }

    private void grow(int count, int later) {
        assertThat(call("POST", "herd?like=" + subscription + "&count=" + count + "&later=" + later))
                .isEqualTo(String.valueOf(count));
    }

    /** One period on: the herd and the one it is like renew. @return seconds */
    private double renew(int herd) {
        String end = Api.operator().get("/api/v1/subscriptions/" + subscription).text("/currentPeriod/end");
        long began = System.nanoTime();
        Api.Answer travelled = Api.operator().put(CLOCK, "{'now':'" + end + "'}");
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(travelled.status()).as(travelled.toString()).isEqualTo(200);
        assertThat(call("GET", "billed?at=" + end)).isEqualTo(String.valueOf(herd));
        return seconds;
    }

    private static Instant now() {
        return Instant.parse(Api.operator().get(CLOCK).text("/now"));
    }

    private static String call(String method, String path) {
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/renewals/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.status()).as(path + ": " + answer).isEqualTo(200);
        return answer.body();
    }
}
