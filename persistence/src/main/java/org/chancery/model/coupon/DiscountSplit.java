package org.chancery.model.coupon;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits what a coupon takes off over the lines it is taken off. */
public final class DiscountSplit {

    private DiscountSplit() {}

    /**
     * In proportion to the lines; what rounding leaves goes to the largest remainders, the first of equals first.
     *
     * @param discount not negative, at most the sum of the lines
     * @param lines not negative
     * @return one share for each line, none above its line, with the discount as their sum
     */
    public static List<Long> split(long discount, List<Long> lines) {
        long sum = lines.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        if (discount < 0 || discount > sum) {
            throw new IllegalArgumentException(discount + " does not fit into " + sum);
        }
        List<Long> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        long left = discount;
        for (long line : lines) {
            BigInteger[] parts = sum == 0
                    ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                    : BigInteger.valueOf(discount)
                            .multiply(BigInteger.valueOf(line))
                            .divideAndRemainder(BigInteger.valueOf(sum));
            shares.add(parts[0].longValueExact());
            remainders.add(parts[1]);
            left -= parts[0].longValueExact();
        }
        List<Integer> places = IntStream.range(0, lines.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .toList();
        for (int i = 0; i < left; i++) {
            shares.set(places.get(i), shares.get(places.get(i)) + 1);
        }
        return shares;
    }
}
