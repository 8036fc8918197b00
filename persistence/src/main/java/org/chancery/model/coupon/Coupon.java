package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.model.money.Money;
import org.chancery.model.platform.AggregateRoot;
import org.chancery.model.platform.DomainException;
import org.jspecify.annotations.Nullable;

/**
 * A rule that lowers a price for some periods. Its terms never change; once retired it can't be redeemed, and whoever has
 * redeemed it keeps it. How often it was redeemed is counted by {@link Coupons#take} alone.
 */
@Entity
public class Coupon extends AggregateRoot {

    /** The longest code. */
    public static final int CODE_LENGTH = 40;

    /** The longest list of plans, with the commas between their codes. */
    static final int PLANS_LENGTH = 4000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{1,39}");

    @Column(nullable = false, updatable = false, length = CODE_LENGTH)
    private String code;

    // Equal to the code while it can be redeemed, else null: the database itself refuses a second one beside it.
    @Column(length = CODE_LENGTH)
    private @Nullable String liveCode;

    @Column(updatable = false)
    private @Nullable Integer basisPoints;

    @Column(updatable = false)
    private @Nullable Long amountOff;

    @Column(updatable = false, length = 3)
    private @Nullable Currency currency;

    @Column(updatable = false)
    private @Nullable Integer periods;

    @Column(updatable = false, length = 64)
    private @Nullable String productCode;

    @Column(nullable = false, updatable = false, length = PLANS_LENGTH)
    private String planCodes;

    @Column(updatable = false, length = 20)
    private @Nullable String planKind;

    @Column(updatable = false)
    private @Nullable Instant expiresAt;

    @Column(updatable = false)
    private @Nullable Integer maxRedemptions;

    @Column(nullable = false, updatable = false)
    private boolean oncePerAccount;

    // A retirement must not write back a count that it read before others redeemed.
    @Column(nullable = false, updatable = false)
    private int redeemed;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "partner_id", updatable = false)
    private @Nullable Partner partner;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init")
    protected Coupon() {} // Hibernate only

    /** @param partner whose sales its redemptions are, or null */
    public Coupon(UUID id, CouponTerms terms, @Nullable Partner partner, Instant createdAt) {
        super(id);
        if (!normalised(terms.code()).filter(terms.code()::equals).isPresent()) {
            throw new IllegalArgumentException("No code: " + terms.code());
        }
        this.code = terms.code();
        this.liveCode = terms.code();
        this.basisPoints = terms.percent();
        this.amountOff = terms.amount() == null ? null : terms.amount().minor();
        this.currency = terms.amount() == null ? null : terms.amount().currency();
        this.periods = terms.periods();
        this.productCode = terms.limits().product();
        this.planCodes = String.join(",", terms.limits().plans());
        this.planKind = terms.limits().kind();
        this.expiresAt = terms.limits().expiresAt();
        this.maxRedemptions = terms.limits().maxRedemptions();
        this.oncePerAccount = terms.limits().oncePerAccount();
        this.partner = partner;
        this.createdAt = createdAt;
        termsOf(DiscountTerms.UNRESERVED); // refuses what is neither a percentage nor an amount
    }

    /** The code as it is kept, whatever case it was typed in; empty for what is none. */
    public static Optional<String> normalised(String typed) {
        String code = typed.strip();
        // Looked at before it is raised: some letters become others' capitals.
        return CODE.matcher(code).matches() ? Optional.of(code.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * Lets the purchase pass. Whether the account has redeemed it before is not known here.
     *
     * @throws DomainException naming the limit that it hits
     */
    public void requireRedeemable(Purchase purchase, Instant now) {
        requireOpen(now);
        refuseIf(productCode != null && !productCode.equals(purchase.product()), CouponRefusal.WRONG_PRODUCT);
        refuseIf(!planCodes.isEmpty() && !plans().contains(purchase.plan()), CouponRefusal.WRONG_PLAN);
        refuseIf(planKind != null && !planKind.equals(purchase.kind()), CouponRefusal.WRONG_KIND);
        refuseIf(currency != null && !currency.equals(purchase.currency()), CouponRefusal.WRONG_CURRENCY);
    }

    private void requireOpen(Instant now) {
        switch (statusAt(now)) {
            case RETIRED -> refuseIf(true, CouponRefusal.RETIRED);
            case EXPIRED -> refuseIf(true, CouponRefusal.EXPIRED);
            case EXHAUSTED -> refuseIf(true, CouponRefusal.EXHAUSTED);
            case ACTIVE -> {}
        }
    }

    private void refuseIf(boolean hit, CouponRefusal refusal) {
        if (hit) {
            throw new DomainException(refusal, "Coupon " + id() + " can't be redeemed");
        }
    }

    /** What a redemption of it takes off. */
    public DiscountTerms termsOf(UUID redemptionId) {
        return new DiscountTerms(redemptionId, code, basisPoints, amountOff, periods);
    }

    /** From now on nobody can redeem it, and another may take its code. A second time changes nothing. */
    public void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
            liveCode = null;
        }
    }

    public CouponStatus statusAt(Instant now) {
        if (retiredAt != null) {
            return CouponStatus.RETIRED;
        }
        if (expiresAt != null && !now.isBefore(expiresAt)) {
            return CouponStatus.EXPIRED;
        }
        return maxRedemptions != null && redeemed >= maxRedemptions ? CouponStatus.EXHAUSTED : CouponStatus.ACTIVE;
    }

    public String code() {
        return code;
    }

    /** What it gives and to whom. */
    public CouponTerms terms() {
        Money amount = amountOff == null || currency == null ? null : new Money(amountOff, currency);
        CouponLimits limits =
                new CouponLimits(productCode, plans(), planKind, expiresAt, maxRedemptions, oncePerAccount);
        return new CouponTerms(code, basisPoints, amount, periods, limits);
    }

    private List<String> plans() {
        return planCodes.isEmpty() ? List.of() : List.of(planCodes.split(","));
    }

    public boolean isOncePerAccount() {
        return oncePerAccount;
    }

    /** How often it is redeemed now; what was given back does not count. */
    public int redeemed() {
        return redeemed;
    }

    public Optional<Partner> partner() {
        return Optional.ofNullable(partner);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }
}
