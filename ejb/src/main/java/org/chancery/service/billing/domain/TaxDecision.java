package org.chancery.service.billing.domain;

import java.io.Serializable;
import java.math.BigDecimal;
import org.chancery.model.billing.TaxReason;
import org.jspecify.annotations.Nullable;

/**
 * How a sale is taxed.
 *
 * @param rate percent, always three decimals; 0.000 when there is a reason, or when no tax is known
 * @param reason why the rate is zero; null for an ordinary rate and for {@link #NONE}
 */
public record TaxDecision(BigDecimal rate, @Nullable TaxReason reason) implements Serializable {

    private static final int DECIMALS = 3;
    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(DECIMALS);

    /** No rate is set for the buyer's country: nothing is taxed, and the invoice says nothing of tax. */
    public static final TaxDecision NONE = new TaxDecision(ZERO, null);

    /** @throws IllegalArgumentException when a rate above zero comes with a reason for zero */
    public TaxDecision {
        if (reason != null && rate.signum() != 0) {
            throw new IllegalArgumentException(reason + " at " + rate + " %");
        }
        rate = rate.setScale(DECIMALS); // 19 and 19.000 are one rate
    }

    static TaxDecision at(BigDecimal rate) {
        return new TaxDecision(rate, null);
    }

    static TaxDecision without(TaxReason reason) {
        return new TaxDecision(ZERO, reason);
    }

    /** True when the invoice has no entry for it. */
    public boolean isNone() {
        return equals(NONE);
    }
}
