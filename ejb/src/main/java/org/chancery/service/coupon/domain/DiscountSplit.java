package org.chancery.service.coupon.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What each line bears of a discount on all of them. */
public final class DiscountSplit {

    private DiscountSplit() {}

    /**
     * Splits in proportion to the lines. What whole minor units leave over goes, one each, to the lines that lost most by
     * rounding down, the first of equals first. So the parts sum to the discount, and none exceeds its line.
     *
     * @param discount minor units, 0 to the sum of the lines
     * @param lines positive or zero, in minor units
     * @return a part for each line, in the same order
     * @throws IllegalArgumentException when a line is negative, or the discount lies out of bounds
     */
    public static List<Long> over(long discount, List<Long> lines) {
        long total = totalOf(lines);
        if (discount < 0 || discount > total) {
            throw new IllegalArgumentException("A discount of " + discount + " on lines of " + total);
        }
        List<Long> parts = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        long left = discount;
        for (int i = 0; i < lines.size(); i++) {
            BigInteger[] share = total == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : BigInteger.valueOf(lines.get(i))
                            .multiply(BigInteger.valueOf(discount))
                            .divideAndRemainder(BigInteger.valueOf(total));
            long part = share[0].longValueExact();
            parts.add(part);
            lost.add(new Lost(i, share[1].longValueExact()));
            left -= part;
        }
        lost.sort(Comparator.comparingLong(Lost::rest).reversed());
        for (Lost each : lost.subList(0, Math.toIntExact(left))) {
            parts.set(each.line(), parts.get(each.line()) + 1);
        }
        return parts;
    }

    /** How much of a minor unit a line lost, in parts of the total. */
    private record Lost(int line, long rest) {}

    private static long totalOf(List<Long> lines) {
        long total = 0;
        for (long line : lines) {
            if (line < 0) {
                throw new IllegalArgumentException("Only positive lines bear a discount: " + line);
            }
            total = Math.addExact(total, line);
        }
        return total;
    }
}
