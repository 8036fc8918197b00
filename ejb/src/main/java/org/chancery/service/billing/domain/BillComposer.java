package org.chancery.service.billing.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.billing.LineDraft;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.service.coupon.domain.DiscountSplit;
import org.jspecify.annotations.Nullable;

/**
 * Composes bills: the coupon comes off the charges, then each line is taxed. A charge bears today's tax, a credit the tax
 * that its charge bore.
 */
public final class BillComposer {

    private final Currency currency;
    private final TaxDecision today;

    /** @param today how a charge is taxed now */
    public BillComposer(Currency currency, TaxDecision today) {
        this.currency = currency;
        this.today = today;
    }

    /**
     * The coupon as it counts for one bill.
     *
     * @param terms or null without a coupon
     * @param billingOrdinal of the period that the charges belong to
     * @param alreadyOff what it took off in that period before
     */
    public record Discount(@Nullable DiscountTerms terms, int billingOrdinal, long alreadyOff) {

        public static final Discount NONE = new Discount(null, 0, 0);

        long off(long charges) {
            return terms == null || !terms.appliesTo(billingOrdinal) ? 0 : terms.off(charges, alreadyOff);
        }
    }

    /** Takes the coupon off the charges that have none taken off yet. */
    public List<LineDraft> discounted(List<LineDraft> lines, Discount discount) {
        List<LineDraft> charges =
                lines.stream().filter(line -> !line.isCredit()).toList();
        List<Long> amounts = charges.stream().map(LineDraft::amount).toList();
        long off = discount.off(amounts.stream().mapToLong(Long::longValue).sum());
        List<Long> shares = DiscountSplit.over(off, amounts);
        List<LineDraft> result = new ArrayList<>();
        int place = 0;
        for (LineDraft line : lines) {
            result.add(line.isCredit() ? line : line.withDiscount(shares.get(place++)));
        }
        return result;
    }

    /**
     * The bill over lines whose discount is decided.
     *
     * @param taxLeft how much tax of each credited charge may still be given back, by its id
     */
    public Bill bill(List<LineDraft> lines, Map<UUID, Long> taxLeft) {
        List<LineDraft> decided = lines.stream().map(this::decided).toList();
        List<TaxableLine> taxable =
                decided.stream().map(line -> taxable(line, taxLeft)).toList();
        TaxTotals totals = TaxTotals.of(taxable);
        return new Bill(currency, decided, totals.lineTaxes(), totals.entries());
    }

    private LineDraft decided(LineDraft line) {
        return line.taxRate() == null ? line.withTax(today.rate(), today.reason()) : line;
    }

    private static TaxableLine taxable(LineDraft line, Map<UUID, Long> taxLeft) {
        BigDecimal rate = line.taxRate() == null ? BigDecimal.ZERO : line.taxRate();
        TaxDecision decision = new TaxDecision(rate, line.taxReason());
        Long left = line.credits() == null ? null : taxLeft.get(line.credits());
        return left == null
                ? TaxableLine.of(line.net(), decision)
                : TaxableLine.crediting(line.net(), decision, Math.max(0, left));
    }
}
