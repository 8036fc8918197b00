package org.chancery.model.coupon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** One use of a coupon: reserved by an order, used once an invoice with it is paid, or given back before that. */
@Entity
public class CouponRedemption extends AggregateRoot {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "coupon_id", nullable = false, updatable = false)
    private Coupon coupon;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false, length = 64)
    private String productCode;

    @Column(nullable = false, updatable = false, length = 64)
    private String planCode;

    @Column(nullable = false, updatable = false)
    private Instant redeemedAt;

    @Column
    private @Nullable Instant firstSaleAt;

    @Column
    private @Nullable Instant givenBackAt;

    // Coupon and account while it counts, when an account may have it once; else null. The database refuses a second.
    @Column(length = 80)
    private @Nullable String liveKey;

    @SuppressWarnings("NullAway.Init")
    protected CouponRedemption() {} // Hibernate only

    public CouponRedemption(
            UUID id, Coupon coupon, UUID accountId, String productCode, String planCode, Instant redeemedAt) {
        super(id);
        this.coupon = coupon;
        this.accountId = accountId;
        this.productCode = productCode;
        this.planCode = planCode;
        this.redeemedAt = redeemedAt;
        this.liveKey = coupon.isOncePerAccount() ? coupon.id() + ":" + accountId : null;
    }

    /** An invoice with it was paid: from now on it is used for good. What was given back stays so. */
    public void use(Instant at) {
        if (status() == RedemptionStatus.RESERVED) {
            firstSaleAt = at;
        }
    }

    /**
     * The order came to nothing.
     *
     * @return true when the coupon can be redeemed once more; false when it was used, or given back before
     */
    public boolean giveBack(Instant now) {
        if (status() != RedemptionStatus.RESERVED) {
            return false;
        }
        givenBackAt = now;
        liveKey = null;
        return true;
    }

    public RedemptionStatus status() {
        if (firstSaleAt != null) {
            return RedemptionStatus.USED;
        }
        return givenBackAt == null ? RedemptionStatus.RESERVED : RedemptionStatus.RETURNED;
    }

    public Coupon coupon() {
        return coupon;
    }

    public UUID accountId() {
        return accountId;
    }

    public String productCode() {
        return productCode;
    }

    public String planCode() {
        return planCode;
    }

    public Instant redeemedAt() {
        return redeemedAt;
    }
}
