package org.chancery.service.credit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.chancery.model.credit.CreditEntry;
import org.chancery.model.credit.CreditKind;
import org.chancery.model.money.Money;
import org.chancery.model.platform.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditAllocationTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final UUID ACCOUNT = new UUID(4, 4);
    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom());

    @ParameterizedTest(name = "of {0}, usable after {1} minutes, {2} are left: {3}")
    @CsvSource({
        "500,         0,        500, 500",
        "500,         0,        120, 120",
        "500,         0,        0,   0",
        "500 300,     0 5,      800, 500 300",
        "500 300,     0 5,      450, 150 300", // the older one is used first
        "500 300,     0 5,      300, 0 300",
        "500 300,     0 5,      299, 0 299",
        "500 300,     60 5,     450, 450 0", // older is what could be used earlier
        "500 300,     5 5,      450, 150 300", // at the same minute, what came first
        "10 20 30 40, 0 1 2 3,  65,  0 0 25 40",
    })
    void what_became_usable_first_is_used_first(String amounts, String minutes, long balance, String left) {
        List<CreditEntry> gains = new ArrayList<>();
        for (int i = 0; i < numbers(amounts).size(); i++) {
            gains.add(gain(
                    numbers(amounts).get(i),
                    NOON.plusSeconds(60 * numbers(minutes).get(i))));
        }
        CreditAllocation allocation = CreditAllocation.of(gains, Money.ofMinor(balance, "EUR"));
        assertThat(gains.stream().map(gain -> allocation.leftOf(gain.id()))).isEqualTo(numbers(left));
        assertThat(allocation.leftOf(new UUID(1, 1))).isZero();
    }

    @Test
    void without_gains_nothing_is_left_of_anything() {
        assertThat(CreditAllocation.of(List.of(), Money.ofMinor(0, "EUR")).left())
                .isEmpty();
    }

    /** The same as paying from a purse in which each coin carries the instant from which it may be spent. */
    @Test
    void a_ledger_lived_through_move_by_move_leaves_the_same() {
        Random random = new Random(20261125);
        for (int life = 0; life < 300; life++) {
            Map<CreditEntry, Long> purse = new HashMap<>();
            long minute = 0;
            for (int move = 0; move < 40; move++) {
                minute += random.nextInt(30);
                Instant now = NOON.plusSeconds(60 * minute);
                if (random.nextInt(3) > 0) {
                    long amount = 1 + random.nextInt(1000);
                    purse.put(gain(amount, random.nextBoolean() ? now : now.plusSeconds(3600)), amount);
                } else {
                    use(purse, now, random);
                }
            }
            long balance = purse.values().stream().mapToLong(left -> left).sum();
            CreditAllocation allocation =
                    CreditAllocation.of(List.copyOf(purse.keySet()), Money.ofMinor(balance, "EUR"));
            purse.forEach(
                    (gain, left) -> assertThat(allocation.leftOf(gain.id())).isEqualTo(left));
        }
    }

    private static void use(Map<CreditEntry, Long> purse, Instant now, Random random) {
        List<CreditEntry> usable = purse.keySet().stream()
                .filter(gain -> gain.isAvailableAt(now))
                .sorted(Comparator.comparing(CreditEntry::availableAt).thenComparing(CreditEntry::id))
                .toList();
        long rest = usable.stream().mapToLong(gain -> left(purse, gain)).sum() * random.nextInt(101) / 100;
        for (CreditEntry gain : usable) {
            long used = Math.min(rest, left(purse, gain));
            purse.put(gain, left(purse, gain) - used);
            rest -= used;
        }
    }

    private static long left(Map<CreditEntry, Long> purse, CreditEntry gain) {
        return purse.getOrDefault(gain, 0L);
    }

    private CreditEntry gain(long minor, Instant availableAt) {
        return CreditEntry.journal(
                        ids,
                        ACCOUNT,
                        Money.ofMinor(minor, "EUR"),
                        new CreditEntry.Movement(CreditKind.GRANT, "because", null, NOON, availableAt))
                .get(0);
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }
}
