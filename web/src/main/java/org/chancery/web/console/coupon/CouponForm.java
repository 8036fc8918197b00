package org.chancery.web.console.coupon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a new coupon, as they were typed. */
public class CouponForm {

    /** The value of {@link #getMeasure} for an amount; anything else is a percentage. */
    static final String AMOUNT = "amount";

    /** The value of {@link #getDuration} for several periods. */
    static final String REPEATING = "repeating";

    private @Nullable String code;
    private @Nullable String measure;
    private @Nullable String percent;
    private @Nullable String amount;
    private @Nullable String currency;
    private @Nullable String duration = "once";
    private @Nullable String periods;
    private @Nullable String product;
    private List<String> plans = List.of();
    private @Nullable String kind;
    private @Nullable String expiresAt;
    private @Nullable String maxRedemptions;
    private boolean oncePerAccount;
    private @Nullable String partner;

    public boolean isAmountOff() {
        return AMOUNT.equals(measure);
    }

    public boolean isRepeating() {
        return REPEATING.equals(duration);
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getMeasure() {
        return measure;
    }

    public void setMeasure(@Nullable String measure) {
        this.measure = measure;
    }

    public @Nullable String getPercent() {
        return percent;
    }

    public void setPercent(@Nullable String percent) {
        this.percent = percent;
    }

    public @Nullable String getAmount() {
        return amount;
    }

    public void setAmount(@Nullable String amount) {
        this.amount = amount;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getDuration() {
        return duration;
    }

    public void setDuration(@Nullable String duration) {
        this.duration = duration;
    }

    public @Nullable String getPeriods() {
        return periods;
    }

    public void setPeriods(@Nullable String periods) {
        this.periods = periods;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public void setProduct(@Nullable String product) {
        this.product = product;
    }

    public List<String> getPlans() {
        return plans;
    }

    public void setPlans(List<String> plans) {
        this.plans = plans;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    /** The last day on which it can be redeemed, as a date field writes it. */
    public @Nullable String getExpiresAt() {
        return expiresAt;
    }

    public void setExpiresAt(@Nullable String expiresAt) {
        this.expiresAt = expiresAt;
    }

    public @Nullable String getMaxRedemptions() {
        return maxRedemptions;
    }

    public void setMaxRedemptions(@Nullable String maxRedemptions) {
        this.maxRedemptions = maxRedemptions;
    }

    public boolean isOncePerAccount() {
        return oncePerAccount;
    }

    public void setOncePerAccount(boolean oncePerAccount) {
        this.oncePerAccount = oncePerAccount;
    }

    /** The id of a partner, or empty. */
    public @Nullable String getPartner() {
        return partner;
    }

    public void setPartner(@Nullable String partner) {
        this.partner = partner;
    }
}
