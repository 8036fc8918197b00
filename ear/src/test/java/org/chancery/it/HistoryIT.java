package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.HistoryDesk;
import org.chancery.it.harness.HistoryProbe;
import org.chancery.service.checkout.LifeInMemory;
import org.chancery.service.history.Life;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives through the services of the shipped EAR and its database come to the same invoices, credit and seats, to the
 * cent and the second, as the same lives over memory. Almost last of a run, because it moves the clock by months.
 */
@ContainerTest
@Order(Integer.MAX_VALUE - 1)
class HistoryIT {

    private static final int TOLD = 3;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.actingAsOperator(HistoryIT.class)
                .addClasses(HistoryProbe.class, HistoryDesk.class)
                .addPackage(Life.class.getPackage());
    }

    @Test
    void lives_come_to_the_same_over_the_database_and_over_memory() {
        compare(0, 100);
    }

    @Test
    @Tag("deep")
    void a_thousand_lives_come_to_the_same_over_the_database_and_over_memory() {
        compare(0, 1_000);
    }

    private static void compare(long first, int count) {
        List<String> answer = lead(first, count);
        Instant dawn = Instant.parse(answer.get(0));
        Map<Long, List<String>> lives = byLife(answer);
        assertThat(lives).hasSize(count);
        List<String> differences = new ArrayList<>();
        lives.forEach((seed, told) -> {
            List<String> expected = LifeInMemory.lead(seed, dawn);
            if (!told.equals(expected) && differences.size() < TOLD) {
                differences.add("life " + seed + " from " + dawn + ": " + difference(expected, told));
            }
        });
        assertThat(differences).isEmpty();
    }

    private static List<String> lead(long first, int count) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Api.base() + "/HistoryIT/histories?first=" + first + "&count=" + count))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        Api.Answer answer = Api.exchange(request);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    private static Map<Long, List<String>> byLife(List<String> answer) {
        Map<Long, List<String>> lives = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : answer.subList(1, answer.size())) {
            if (line.startsWith("life ")) {
                current = new ArrayList<>();
                lives.put(Long.parseLong(line.substring(5)), current);
            } else {
                current.add(line);
            }
        }
        return lives;
    }

    private static String difference(List<String> expected, List<String> told) {
        for (int i = 0; i < Math.min(expected.size(), told.size()); i++) {
            if (!expected.get(i).equals(told.get(i))) {
                return "line " + i + " is\n  " + told.get(i) + "\nand over memory\n  " + expected.get(i);
            }
        }
        return told.size() + " lines, over memory " + expected.size() + ":\n  " + String.join("\n  ", told);
    }
}
