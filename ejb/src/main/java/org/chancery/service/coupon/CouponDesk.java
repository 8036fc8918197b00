package org.chancery.service.coupon;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.chancery.model.coupon.Coupon;
import org.chancery.model.coupon.CouponRedemption;
import org.chancery.model.coupon.CouponRefusal;
import org.chancery.model.coupon.CouponSale;
import org.chancery.model.coupon.CouponSales;
import org.chancery.model.coupon.Coupons;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.coupon.Purchase;
import org.chancery.model.coupon.RedemptionStatus;
import org.chancery.model.coupon.Redemptions;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where orders redeem coupons, within their own transaction and with their account locked. Its locks come after those on
 * account, subscription and invoice, and before the counter that numbers invoices.
 */
@Dependent
public class CouponDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CouponDesk.class);

    private final Coupons coupons;
    private final Redemptions redemptions;
    private final CouponSales sales;
    private final Ids ids;

    @Inject
    public CouponDesk(Coupons coupons, Redemptions redemptions, CouponSales sales, Ids ids) {
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.sales = sales;
        this.ids = ids;
    }

    /**
     * What a coupon would take off. Changes nothing, so it promises nothing either.
     *
     * @param code as it was typed
     * @param accountId for whom, or null for a price list, which does not ask who has redeemed before
     * @param kind the word of the plan's kind
     * @return terms without a redemption, see {@link DiscountTerms#UNRESERVED}
     * @throws InvalidRequestException naming the field {@code coupon} when there is no such coupon
     * @throws DomainException naming the limit that the purchase hits
     */
    public DiscountTerms preview(
            String code,
            @Nullable UUID accountId,
            String product,
            String plan,
            String kind,
            Currency currency,
            Instant now) {
        Purchase purchase = new Purchase(accountId, product, plan, kind, currency);
        return requireRedeemable(code, purchase, now).termsOf(DiscountTerms.UNRESERVED);
    }

    /**
     * Redeems a coupon for an order: counted from now on, and the order's until it is given back.
     *
     * @return the terms that the order keeps
     * @throws InvalidRequestException naming the field {@code coupon} when there is no such coupon
     * @throws DomainException naming the limit that the purchase hits, or when others were faster
     */
    public DiscountTerms reserve(
            String code, UUID accountId, String product, String plan, String kind, Currency currency, Instant now) {
        Coupon coupon = requireRedeemable(code, new Purchase(accountId, product, plan, kind, currency), now);
        if (!coupons.take(coupon.id(), now)) {
            throw refused(coupon, CouponRefusal.EXHAUSTED); // the last one went a moment ago
        }
        CouponRedemption redemption = new CouponRedemption(ids.next(), coupon, accountId, product, plan, now);
        redemptions.add(redemption);
        LOG.info("coupon.redeemed coupon={} redemption={} account={}", coupon.id(), redemption.id(), accountId);
        return coupon.termsOf(redemption.id());
    }

    /**
     * The order came to nothing: the coupon can be redeemed once more. Does nothing a second time, nor once an invoice
     * with the redemption was paid.
     */
    public void giveBack(UUID redemptionId, Instant now) {
        CouponRedemption redemption = redemptions.requireLocked(redemptionId);
        if (redemption.giveBack(now)) {
            coupons.putBack(redemption.coupon().id());
            LOG.info("coupon.given-back redemption={}", redemptionId);
        }
    }

    /**
     * An invoice with the redemption was paid, or a credit note lowered one: the redemption is used for good, and the sale
     * is its partner's. Does nothing a second time for the same invoice.
     *
     * @param invoiceId the invoice's or credit note's
     * @param netSale what its lines come to less the discount, before tax, in minor units; below zero for a credit note
     * @param discount what the coupon took off it
     */
    public void recordSale(
            UUID redemptionId, UUID invoiceId, long netSale, long discount, Currency currency, Instant at) {
        CouponRedemption redemption = redemptions.requireLocked(redemptionId);
        if (sales.isRecorded(invoiceId)) {
            return;
        }
        redemption.use(at);
        if (redemption.status() == RedemptionStatus.RETURNED) {
            LOG.warn("coupon.sold-after-return redemption={} invoice={}", redemptionId, invoiceId);
        }
        sales.append(new CouponSale(
                ids.next(), redemption, invoiceId, new Money(netSale, currency), new Money(discount, currency), at));
    }

    private Coupon requireRedeemable(String code, Purchase purchase, Instant now) {
        Coupon coupon = Coupon.normalised(code)
                .flatMap(coupons::findByCode)
                .orElseThrow(() -> new InvalidRequestException("coupon", "unknown", "There is no such coupon"));
        coupon.requireRedeemable(purchase, now);
        UUID account = purchase.account();
        if (account != null && coupon.isOncePerAccount() && redemptions.isRedeemedBy(coupon.id(), account)) {
            throw refused(coupon, CouponRefusal.USED);
        }
        return coupon;
    }

    private static DomainException refused(Coupon coupon, CouponRefusal refusal) {
        return new DomainException(refusal, "Coupon " + coupon.id() + " can't be redeemed");
    }
}
