package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.HistoryDesk;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.YearsProbe;
import org.chancery.service.history.Life;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ten years of a thousand subscriptions by the sandbox's clock: every period is billed once and paid, none is missing. One
 * in {@value #MONTHLY_EVERY} is paid by month, the others by year; each began at an hour of its own. Last of a run, because
 * it moves the clock by years.
 */
@ContainerTest
@Tag("deep")
@Order(Integer.MAX_VALUE)
class YearsIT {

    private static final int SUBSCRIPTIONS = 1_000;
    private static final int MONTHLY_EVERY = 25;
    private static final int MONTHS = 120;
    private static final String CLOCK = "/api/v1/sandbox/clock";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.actingAsOperator(YearsIT.class)
                .addClasses(YearsProbe.class, QueryProbe.class, HistoryDesk.class)
                .addPackage(Life.class.getPackage());
    }

    @Test
    void every_period_of_ten_years_is_billed_once() {
        Map<String, OffsetDateTime> starts = begin();
        assertThat(starts).hasSize(SUBSCRIPTIONS);
        OffsetDateTime from = now();
        for (int month = 1; month <= MONTHS; month++) {
            travel(from.plusMonths(month).toInstant());
        }
        OffsetDateTime end = now();
        List<String> expected = new ArrayList<>();
        starts.forEach((subscription, start) -> expected.addAll(periods(subscription, start, end)));
        assertThat(billed(starts)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(SUBSCRIPTIONS * MONTHS / 12);
    }

    /** What has to be on invoices that are paid, counted from the start of each. */
    private static List<String> periods(String key, OffsetDateTime start, OffsetDateTime end) {
        String[] parts = key.split(" ");
        int months = parts[1].equals("MONTH") ? 1 : 12;
        List<String> periods = new ArrayList<>();
        for (int i = 0; !start.plusMonths((long) i * months).isAfter(end); i++) {
            periods.add(parts[0] + " " + start.plusMonths((long) i * months).toEpochSecond() + " "
                    + start.plusMonths((long) (i + 1) * months).toEpochSecond() + " PAID");
        }
        return periods;
    }

    private static List<String> billed(Map<String, OffsetDateTime> starts) {
        var ours = starts.keySet().stream().map(key -> key.split(" ")[0]).collect(Collectors.toSet());
        return post(
                        "query",
                        "select concat(cast(i.subscription_id as varchar(36)), ' ',"
                                + " cast(extract(epoch from l.period_start) as bigint), ' ',"
                                + " cast(extract(epoch from l.period_end) as bigint), ' ', i.status)"
                                + " from invoice i join invoice_line l on l.invoice_id = i.id"
                                + " where i.subscription_id is not null")
                .filter(line -> ours.contains(line.split(" ")[0]))
                .toList();
    }

    /** By id and period, when each began. */
    private static Map<String, OffsetDateTime> begin() {
        Map<String, OffsetDateTime> starts = new TreeMap<>();
        post("years?count=" + SUBSCRIPTIONS + "&monthlyEvery=" + MONTHLY_EVERY + "&between=PT7H", "")
                .map(line -> line.split(" "))
                .forEach(parts -> starts.put(
                        parts[0] + " " + parts[1], Instant.parse(parts[2]).atOffset(ZoneOffset.UTC)));
        return starts;
    }

    private static java.util.stream.Stream<String> post(String probe, String body) {
        Api.Answer answer = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/YearsIT/" + probe))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.status()).as(probe).isEqualTo(200);
        return answer.body().lines();
    }

    private static OffsetDateTime now() {
        return Instant.parse(Api.operator().get(CLOCK).text("/now")).atOffset(ZoneOffset.UTC);
    }

    private static void travel(Instant to) {
        Api.Answer answer = Api.operator().put(CLOCK, "{'now':'" + to + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
