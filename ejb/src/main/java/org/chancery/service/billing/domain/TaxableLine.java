package org.chancery.service.billing.domain;

/**
 * One line of an invoice as tax sees it. Amounts are minor units.
 *
 * @param net after discount, before tax; negative when it credits
 * @param tax how it is taxed
 * @param cap the most tax that a crediting line may give back, as a positive number; means nothing for other lines
 */
public record TaxableLine(long net, TaxDecision tax, long cap) {

    private static final long UNLIMITED = Long.MAX_VALUE;

    public TaxableLine {
        if (cap < 0) {
            throw new IllegalArgumentException("A cap is not negative: " + cap);
        }
    }

    /** A line that charges, or credits something that never bore tax line by line. */
    public static TaxableLine of(long net, TaxDecision tax) {
        return new TaxableLine(net, tax, UNLIMITED);
    }

    /** @param taxLeft what is left of the tax that the credited line bore */
    public static TaxableLine crediting(long net, TaxDecision tax, long taxLeft) {
        return new TaxableLine(net, tax, taxLeft);
    }

    boolean isCredit() {
        return net < 0;
    }
}
