package org.chancery.service.billing.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.model.billing.TaxEntry;

/** Lines that are taxed alike: what they bear together, and what each of them bears. */
final class TaxGroup {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final BigInteger RATE_UNITS = BigInteger.valueOf(100_000); // a percentage of three decimals

    private final TaxDecision decision;
    private final List<TaxableLine> lines;
    private final long base;
    private final long amount;

    TaxGroup(TaxDecision decision, List<TaxableLine> lines) {
        this.decision = decision;
        this.lines = lines;
        this.base = lines.stream().mapToLong(TaxableLine::net).reduce(0, Math::addExact);
        this.amount = Math.max(roundedTax(), -mostGivenBack());
    }

    TaxEntry entry() {
        return new TaxEntry(decision.rate(), decision.reason(), base, amount);
    }

    /** In the order of the lines; sums to the group's amount. */
    long[] shares() {
        long[] shares = byLargestRemainder();
        takeBackWhatCapsForbid(shares);
        return shares;
    }

    private long roundedTax() {
        return BigDecimal.valueOf(base)
                .multiply(decision.rate())
                .divide(PERCENT, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private long mostGivenBack() {
        return lines.stream()
                .filter(TaxableLine::isCredit)
                .mapToLong(TaxableLine::cap)
                .reduce(0, (one, other) -> one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other);
    }

    // Seen from the side of the base's sign, so that crediting a whole invoice mirrors it line by line.
    private long[] byLargestRemainder() {
        int sign = base < 0 ? -1 : 1;
        BigInteger rate = decision.rate().unscaledValue();
        long[] shares = new long[lines.size()];
        BigInteger[] remainders = new BigInteger[shares.length];
        long left = Math.multiplyExact(sign, roundedTax());
        for (int i = 0; i < shares.length; i++) {
            BigInteger exact =
                    BigInteger.valueOf(lines.get(i).net()).multiply(rate).multiply(BigInteger.valueOf(sign));
            remainders[i] = exact.mod(RATE_UNITS);
            shares[i] = exact.subtract(remainders[i]).divide(RATE_UNITS).longValueExact();
            left -= shares[i];
        }
        List<Integer> byRemainder =
                places(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left; i++) { // fewer than there are remainders
            shares[byRemainder.get(i)]++;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= sign;
        }
        return shares;
    }

    // What a capped line may not give back, another line does: a credit with room first, then a charge bears less. Caps
    // differ from the exact shares by a rounding, so this moves single units.
    private void takeBackWhatCapsForbid(long[] shares) {
        long excess = -amount;
        for (int i = 0; i < shares.length; i++) {
            if (lines.get(i).isCredit()) {
                shares[i] = Math.max(shares[i], -lines.get(i).cap());
            }
            excess += shares[i];
        }
        Comparator<Integer> creditsFirst =
                Comparator.comparing((Integer i) -> !lines.get(i).isCredit());
        for (int i : places(creditsFirst.thenComparing(i -> roomOf(i, shares), Comparator.reverseOrder()))) {
            long moved = Math.min(excess, roomOf(i, shares));
            shares[i] -= moved;
            excess -= moved;
        }
    }

    /** How much lower a share may become. */
    private long roomOf(int place, long[] shares) {
        TaxableLine line = lines.get(place);
        return line.isCredit() ? line.cap() + shares[place] : shares[place];
    }

    private List<Integer> places(Comparator<Integer> order) {
        return IntStream.range(0, lines.size()).boxed().sorted(order).toList();
    }
}
