package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives of customers through the real services over memory: ordered, changed, canceled, paid or not, with coupons,
 * credit, taxes, instances and time. Whatever happens, what is given back never exceeds what came in, and every period is
 * billed once. A failing life tells its seed and its acts; {@code -Dhistory=} leads that one alone, {@code -Dhistories=}
 * says how many are led.
 */
class BillingHistoryTest {

    static final Instant DAWN = Instant.parse("2027-01-31T09:30:00Z");
    private static final long LIVES = Long.getLong("histories", 100_000);
    private static final long MANY_LIVES = 1_000_000;
    private static final long FIRST = Long.getLong("history", 0);
    private static final long DETOURS = LIVES / 20;
    private static final int TOLD = 5;

    @Test
    void whatever_happens_the_invariants_of_money_hold() {
        lead(System.getProperty("history") == null ? LIVES : 1);
    }

    @Test
    @Tag("deep")
    void whatever_happens_in_a_million_lives_the_invariants_of_money_hold() {
        lead(MANY_LIVES);
    }

    private static void lead(long count) {
        List<String> failures = LongStream.range(FIRST, FIRST + count)
                .parallel()
                .mapToObj(BillingHistoryTest::fault)
                .filter(fault -> !fault.isEmpty())
                .limit(TOLD)
                .toList();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_change_by_way_of_another_plan_costs_what_the_straight_one_costs() {
        AtomicLong taken = new AtomicLong();
        List<String> failures = LongStream.range(FIRST, FIRST + DETOURS)
                .parallel()
                .mapToObj(seed -> new Detour(seed, DAWN)
                        .take()
                        .filter(difference -> taken.incrementAndGet() > 0 && !difference.isSmall())
                        .map(difference -> "Life " + seed + ": " + difference)
                        .orElse(""))
                .filter(fault -> !fault.isEmpty())
                .limit(TOLD)
                .toList();
        assertThat(failures).isEmpty();
        assertThat(taken.get()).isGreaterThan(DETOURS / 10);
    }

    @Test
    void what_is_quoted_for_an_end_comes_to_the_same_when_it_ends() {
        AtomicLong ended = new AtomicLong();
        List<String> failures = LongStream.range(FIRST, FIRST + DETOURS)
                .parallel()
                .mapToObj(seed -> {
                    QuotedEnd end = new QuotedEnd(seed, DAWN);
                    Optional<String> difference = end.take().map(it -> "Life " + seed + ": " + it);
                    ended.addAndGet(end.ended());
                    return difference.orElse("");
                })
                .filter(fault -> !fault.isEmpty())
                .limit(TOLD)
                .toList();
        assertThat(failures).isEmpty();
        assertThat(ended.get()).isGreaterThan(DETOURS / 2);
    }

    private static String fault(long seed) {
        LifeInMemory life = new LifeInMemory(seed, DAWN);
        try {
            life.lead();
            life.check();
            return "";
        } catch (AssertionError | RuntimeException e) {
            return life.life() + "\n" + e + " at " + e.getStackTrace()[0];
        }
    }
}
