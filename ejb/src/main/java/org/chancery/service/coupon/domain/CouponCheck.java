package org.chancery.service.coupon.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.coupon.Coupon;
import org.chancery.model.coupon.CouponLimits;
import org.chancery.model.coupon.CouponTerms;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.money.Money;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.coupon.CouponDraft;
import org.jspecify.annotations.Nullable;

/** Reads what an operator typed of a coupon; answers its terms or every fault at once. */
public final class CouponCheck {

    /** The most billed periods of a repeating coupon: ten years by the month. */
    public static final int MAX_PERIODS = 120;

    /** The most redemptions that can be counted. */
    public static final int MAX_REDEMPTIONS = 1_000_000;

    private static final long MAX_AMOUNT = 1_000_000_000_000L;
    private static final int MAX_PLANS = 50;
    private static final BigDecimal WHOLE = BigDecimal.valueOf(DiscountTerms.WHOLE);
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final Pattern CATALOG_CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Set<String> KINDS = Set.of("subscription", "perpetual");

    private final FieldCheck check = new FieldCheck();

    private CouponCheck() {}

    /**
     * @param partnerKnown false when the draft names a partner whom nobody knows
     * @throws InvalidRequestException listing every faulty field
     */
    public static CouponTerms terms(CouponDraft draft, boolean partnerKnown, Instant now) {
        return new CouponCheck().read(draft, partnerKnown, now);
    }

    private CouponTerms read(CouponDraft draft, boolean partnerKnown, Instant now) {
        String code = code(draft.code());
        Integer percent = percent(draft);
        Money amount = amount(draft);
        Integer periods = periods(draft);
        String product = catalogCode("product", draft.product());
        CouponLimits limits = new CouponLimits(
                product,
                plans(draft.plans(), product),
                kind(draft.kind()),
                expiry(draft.expiresAt(), now),
                most("maxRedemptions", draft.maxRedemptions(), MAX_REDEMPTIONS),
                Boolean.TRUE.equals(draft.oncePerAccount()));
        if (!partnerKnown) {
            check.fault("partner", "unknown", "There is no such partner");
        }
        check.done();
        return new CouponTerms(code, percent, amount, periods, limits);
    }

    private String code(@Nullable String typed) {
        check.required("code", typed);
        String code = Coupon.normalised(typed == null ? "" : typed).orElse("");
        if (code.isEmpty() && typed != null && !typed.isBlank()) {
            check.fault("code", "coupon-code", "must be 2 to 40 letters, digits or hyphens, no hyphen first");
        }
        return code;
    }

    /** In basis points. */
    private @Nullable Integer percent(CouponDraft draft) {
        BigDecimal percent = draft.percent();
        if (percent == null) {
            if (draft.amount() == null) {
                check.fault("percent", "required", "A coupon takes off a percentage or an amount");
            }
            return null;
        }
        // Bounds are looked at before any arithmetic, so that 1e1000000000 costs nothing.
        if (percent.precision() <= 9 && percent.scale() >= -2 && percent.scale() <= 9) {
            BigDecimal points = percent.movePointRight(2).stripTrailingZeros();
            if (points.scale() <= 0 && points.signum() > 0 && points.compareTo(WHOLE) <= 0) {
                return points.intValueExact();
            }
        }
        check.fault("percent", "percent", "must be above 0 to 100 with at most two decimals");
        return null;
    }

    private @Nullable Money amount(CouponDraft draft) {
        Long amount = draft.amount();
        if (amount == null) {
            if (draft.currency() != null) {
                check.fault("currency", "exclusive", "Only an amount has a currency");
            }
            return null;
        }
        if (draft.percent() != null) {
            check.fault("amount", "exclusive", "Either a percentage or an amount");
        }
        if (amount < 1 || amount > MAX_AMOUNT) {
            check.fault("amount", "range", "must be 1 to " + MAX_AMOUNT);
        }
        return new Money(amount, check.currency("currency", draft.currency()));
    }

    private @Nullable Integer periods(CouponDraft draft) {
        String duration = draft.duration();
        check.required("duration", duration);
        if ("repeating".equals(duration)) {
            if (draft.periods() == null) {
                check.fault("periods", "required", "For how many billed periods?");
            }
            return most("periods", draft.periods(), MAX_PERIODS);
        }
        if (draft.periods() != null) {
            check.fault("periods", "exclusive", "Only a repeating coupon has a number of periods");
        }
        if (duration != null && !duration.isBlank() && !duration.equals("once") && !duration.equals("forever")) {
            check.fault("duration", "form", "once, repeating or forever");
        }
        return "once".equals(duration) ? 1 : null;
    }

    private List<String> plans(@Nullable List<@Nullable String> typed, @Nullable String product) {
        List<String> plans = new ArrayList<>();
        if (typed == null || typed.isEmpty()) {
            return plans;
        }
        if (product == null) {
            check.fault("product", "required", "Plans are those of a product");
        }
        if (typed.size() > MAX_PLANS) {
            check.fault("plans", "too-many", "must be at most " + MAX_PLANS);
            return plans;
        }
        for (int i = 0; i < typed.size(); i++) {
            String field = "plans[" + i + "]";
            check.required(field, typed.get(i));
            String plan = catalogCode(field, typed.get(i));
            if (plan != null && plans.contains(plan)) {
                check.fault(field, "duplicate", "is there already");
            } else if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    private @Nullable String catalogCode(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!CATALOG_CODE.matcher(typed).matches()) {
            check.fault(field, "form", "must be a code of the catalog");
        }
        return typed;
    }

    private @Nullable String kind(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!KINDS.contains(typed)) {
            check.fault("kind", "form", "subscription or perpetual");
        }
        return typed;
    }

    private @Nullable Instant expiry(@Nullable Instant typed, Instant now) {
        if (typed != null && !typed.isAfter(now)) {
            check.fault("expiresAt", "past", "must lie in the future");
        } else if (typed != null && !typed.isBefore(LAST)) {
            check.fault("expiresAt", "range", "must lie before the year 3000");
        }
        return typed;
    }

    private @Nullable Integer most(String field, @Nullable Integer typed, int most) {
        if (typed != null && (typed < 1 || typed > most)) {
            check.fault(field, "range", "must be 1 to " + most);
        }
        return typed;
    }
}
