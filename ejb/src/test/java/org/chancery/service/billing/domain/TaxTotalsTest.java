package org.chancery.service.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.chancery.model.billing.TaxEntry;
import org.chancery.model.billing.TaxReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTotalsTest {

    private static final TaxDecision NINETEEN = at("19");
    private static final TaxDecision SEVEN = at("7");
    private static final TaxDecision ABROAD = TaxDecision.without(TaxReason.REVERSE_CHARGE);

    @ParameterizedTest(name = "{0} at {1} %: {2} together, {3} each")
    @CsvSource({
        "9900,             19,    1881,  1881",
        "1000 2000 20000,  19,    4370,  190 380 3800",
        "3 3 3,            19,    2,     1 1 0", // 0.57 each: one and a half rounds up, the first go first
        "1 1 1 1,          19,    1,     1 0 0 0",
        "10 20 30,         25.5,  15,    2 5 8", // 2.55 5.10 7.65 are 15.3
        "50,               1,     1,     1", // exactly one half
        "49,               1,     0,     0",
        "-50,              1,     -1,    -1",
        "-49,              1,     0,     0",
        "-3 -3 -3,         19,    -2,    -1 -1 0",
        "1000 -400,        19,    114,   190 -76",
        "400 -1000,        19,    -114,  76 -190",
        "1000 -1000,       19,    0,     190 -190",
        "0,                19,    0,     0",
        "0 5 0,            19,    1,     0 1 0",
        "0 -5 0,           19,    -1,    0 -1 0",
        "1050,             9.975, 105,   105",
        "7 7 7,            100,   21,    7 7 7",
    })
    void a_group_is_rounded_once_and_shared_out(String nets, String rate, long amount, String shares) {
        TaxTotals totals = TaxTotals.of(lines(nets, at(rate)));
        long base = numbers(nets).stream().mapToLong(n -> n).sum();
        assertThat(totals.entries()).containsExactly(new TaxEntry(at(rate).rate(), null, base, amount));
        assertThat(totals.lineTaxes()).isEqualTo(numbers(shares));
        assertThat(totals.total()).isEqualTo(amount);
    }

    @Test
    void every_rate_and_reason_is_a_group_of_its_own() {
        TaxTotals totals = TaxTotals.of(List.of(
                TaxableLine.of(1000, SEVEN),
                TaxableLine.of(2000, NINETEEN),
                TaxableLine.of(500, TaxDecision.NONE),
                TaxableLine.of(3000, ABROAD),
                TaxableLine.of(50, NINETEEN),
                TaxableLine.of(70, TaxDecision.without(TaxReason.EXPORT))));
        assertThat(totals.entries())
                .containsExactly(
                        new TaxEntry(NINETEEN.rate(), null, 2050, 390), // 389.5
                        new TaxEntry(SEVEN.rate(), null, 1000, 70),
                        new TaxEntry(ABROAD.rate(), TaxReason.REVERSE_CHARGE, 3000, 0),
                        new TaxEntry(ABROAD.rate(), TaxReason.EXPORT, 70, 0));
        assertThat(totals.lineTaxes()).containsExactly(70L, 380L, 0L, 0L, 10L, 0L);
        assertThat(totals.total()).isEqualTo(460);
    }

    @Test
    void without_lines_and_without_rates_there_is_no_entry() {
        assertThat(TaxTotals.of(List.of()).entries()).isEmpty();
        TaxTotals untaxed = TaxTotals.of(lines("1000 -300", TaxDecision.NONE));
        assertThat(untaxed.entries()).isEmpty();
        assertThat(untaxed.lineTaxes()).containsExactly(0L, 0L);
        assertThat(untaxed.total()).isZero();
    }

    @ParameterizedTest(name = "{0} at {1} %, of {2}: {3} together, {4} each")
    @CsvSource({
        "-1000 -1000,       19,  190 190,  -380,  -190 -190", // nothing bites
        "-3 -3 -3,          19,  0 1 1,    -2,    0 -1 -1", // another line gives back what the first never bore
        "-3 -3 -3,          19,  0 0 1,    -1,    0 0 -1", // no more than is left together
        "-3 -3 -3,          19,  0 0 0,    0,     0 0 0",
        "-1000 -1000,       19,  150 300,  -380,  -150 -230",
        "-1000 -1000,       19,  150 200,  -350,  -150 -200",
        "1000 -400,         19,  0 70,     114,   184 -70", // the sum holds: the charge bears less
        "400 -1000,         19,  0 170,    -114,  56 -170",
        "10 -100,           19,  0 15,     -15,   0 -15",
        "100 -100,          19,  0 15,     0,     15 -15",
        "-100 -1000 -1000,  19,  0 200 300, -399, 0 -190 -209", // who has most left gives back most
    })
    void a_credit_gives_back_no_more_than_is_left(String nets, String rate, String caps, long amount, String shares) {
        List<TaxableLine> lines = new ArrayList<>();
        List<Long> each = numbers(nets);
        for (int i = 0; i < each.size(); i++) {
            lines.add(new TaxableLine(each.get(i), at(rate), numbers(caps).get(i)));
        }
        TaxTotals totals = TaxTotals.of(lines);
        assertThat(totals.entries()).extracting(TaxEntry::amount).containsExactly(amount);
        assertThat(totals.lineTaxes()).isEqualTo(numbers(shares));
    }

    @Test
    void a_cap_on_one_rate_leaves_the_others_alone() {
        TaxTotals totals = TaxTotals.of(List.of(
                TaxableLine.crediting(-1000, NINETEEN, 100),
                TaxableLine.crediting(-1000, SEVEN, 70),
                TaxableLine.of(500, NINETEEN)));
        assertThat(totals.entries())
                .containsExactly(
                        new TaxEntry(NINETEEN.rate(), null, -500, -95), new TaxEntry(SEVEN.rate(), null, -1000, -70));
        assertThat(totals.lineTaxes()).containsExactly(-100L, -70L, 5L);
    }

    @Test
    void a_cap_is_not_negative() {
        assertThatThrownBy(() -> TaxableLine.crediting(-1, NINETEEN, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_too_large_fails_loudly() {
        assertThatThrownBy(() -> TaxTotals.of(lines(Long.MAX_VALUE + " 1", NINETEEN)))
                .isInstanceOf(ArithmeticException.class);
        assertThat(TaxTotals.of(lines(String.valueOf(Long.MAX_VALUE), at("100")))
                        .total())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatever_the_lines_the_shares_are_exact_fair_and_mirrored() {
        Random random = new Random(20261121);
        for (int i = 0; i < 10_000; i++) {
            List<TaxableLine> lines = someLines(random, false);
            TaxTotals totals = TaxTotals.of(lines);
            for (TaxEntry entry : totals.entries()) {
                assertThat(entry.amount()).isEqualTo(rounded(entry.base(), entry.rate()));
                assertThat(sumOf(entry, lines, totals)).isEqualTo(entry.amount());
            }
            for (int line = 0; line < lines.size(); line++) {
                BigDecimal exact = exact(lines.get(line));
                assertThat(BigDecimal.valueOf(totals.lineTaxes().get(line)))
                        .isBetween(exact.setScale(0, RoundingMode.FLOOR), exact.setScale(0, RoundingMode.CEILING));
            }
            if (totals.entries().stream().allMatch(entry -> entry.base() != 0)) {
                List<TaxableLine> all = lines.stream()
                        .map(l -> TaxableLine.of(-l.net(), l.tax()))
                        .toList();
                assertThat(TaxTotals.of(all).lineTaxes())
                        .isEqualTo(totals.lineTaxes().stream().map(tax -> -tax).toList());
            }
        }
    }

    @Test
    void whatever_the_caps_none_is_exceeded_and_the_shares_still_sum() {
        Random random = new Random(20261122);
        for (int i = 0; i < 10_000; i++) {
            List<TaxableLine> lines = someLines(random, true);
            TaxTotals totals = TaxTotals.of(lines);
            for (int line = 0; line < lines.size(); line++) {
                long tax = totals.lineTaxes().get(line);
                TaxableLine of = lines.get(line);
                assertThat(tax).isBetween(of.isCredit() ? -of.cap() : 0, of.net() > 0 ? Long.MAX_VALUE : 0);
            }
            for (TaxEntry entry : totals.entries()) {
                long rounded = rounded(entry.base(), entry.rate());
                long left = capsOf(entry, lines);
                assertThat(entry.amount()).isEqualTo(Math.max(rounded, -left));
                assertThat(sumOf(entry, lines, totals)).isEqualTo(entry.amount());
            }
        }
    }

    @Test
    void crediting_an_invoice_in_parts_never_gives_back_more_than_it_bore() {
        Random random = new Random(20261123);
        for (int i = 0; i < 2_000; i++) {
            List<TaxableLine> charged = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(n -> TaxableLine.of(1 + random.nextInt(2_000), NINETEEN))
                    .toList();
            TaxTotals bore = TaxTotals.of(charged);
            long[] nets = charged.stream().mapToLong(TaxableLine::net).toArray();
            long[] taxes = bore.lineTaxes().stream().mapToLong(tax -> tax).toArray();
            while (Arrays.stream(nets).sum() > 0) {
                List<TaxableLine> credits = new ArrayList<>();
                for (int line = 0; line < nets.length; line++) {
                    long part = random.nextInt(3) == 0 ? nets[line] : random.nextLong(nets[line] + 1);
                    credits.add(TaxableLine.crediting(-part, NINETEEN, taxes[line]));
                    nets[line] -= part;
                }
                List<Long> back = TaxTotals.of(credits).lineTaxes();
                for (int line = 0; line < nets.length; line++) {
                    taxes[line] += back.get(line);
                    assertThat(taxes[line]).isNotNegative();
                }
            }
        }
    }

    private static List<TaxableLine> someLines(Random random, boolean capped) {
        List<TaxDecision> decisions = List.of(NINETEEN, SEVEN, at("25.5"), at("9.975"), ABROAD, TaxDecision.NONE);
        int bound = random.nextBoolean() ? 20 : 2_000_000;
        List<TaxableLine> lines = new ArrayList<>();
        for (int n = random.nextInt(7); n >= 0; n--) {
            long net = random.nextInt(2 * bound) - (long) bound;
            TaxDecision decision = decisions.get(random.nextInt(decisions.size()));
            lines.add(
                    capped && net < 0
                            ? TaxableLine.crediting(net, decision, cap(random, net, decision))
                            : TaxableLine.of(net, decision));
        }
        return lines;
    }

    // Mostly what the line bore give or take a rounding, at times something that has nothing to do with it.
    private static long cap(Random random, long net, TaxDecision decision) {
        long near = rounded(-net, decision.rate()) + random.nextInt(3) - 1;
        return Math.max(0, random.nextInt(4) == 0 ? random.nextInt(1_000) : near);
    }

    private static long rounded(long base, BigDecimal rate) {
        return exact(base, rate).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal exact(TaxableLine line) {
        return exact(line.net(), line.tax().rate());
    }

    private static BigDecimal exact(long net, BigDecimal rate) {
        return BigDecimal.valueOf(net).multiply(rate).movePointLeft(2);
    }

    private static long sumOf(TaxEntry entry, List<TaxableLine> lines, TaxTotals totals) {
        return IntStream.range(0, lines.size())
                .filter(i -> belongs(lines.get(i), entry))
                .mapToLong(i -> totals.lineTaxes().get(i))
                .sum();
    }

    private static long capsOf(TaxEntry entry, List<TaxableLine> lines) {
        return lines.stream()
                .filter(line -> belongs(line, entry) && line.isCredit())
                .mapToLong(TaxableLine::cap)
                .sum();
    }

    private static boolean belongs(TaxableLine line, TaxEntry entry) {
        return line.tax().equals(new TaxDecision(entry.rate(), entry.reason()));
    }

    private static List<TaxableLine> lines(String nets, TaxDecision decision) {
        return numbers(nets).stream().map(net -> TaxableLine.of(net, decision)).toList();
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private static TaxDecision at(String rate) {
        return TaxDecision.at(new BigDecimal(rate));
    }
}
