package org.chancery.web.console.coupon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chancery.model.money.Money;
import org.chancery.service.coupon.CouponView;
import org.chancery.web.portal.component.Dates;
import org.chancery.web.portal.component.MoneyConverter;
import org.chancery.web.portal.component.Texts;
import org.jspecify.annotations.Nullable;

/** Coupons in words: what one gives, for what, how long and how often. */
@Named
@RequestScoped
public class CouponWords {

    /** One line of what a coupon says. */
    public record Fact(String label, String text) {}

    @Inject
    private CatalogNames catalog;

    @Inject
    private FacesContext faces;

    /** Everything a coupon says but its partner, who is a link. */
    public List<Fact> facts(CouponView coupon) {
        return facts(CouponOutline.of(coupon));
    }

    List<Fact> facts(CouponOutline coupon) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("discount", sentence(coupon)));
        facts.add(fact("for", scope(coupon)));
        facts.add(fact(
                "until",
                coupon.expiresAt() == null
                        ? text("console.coupon.until.never")
                        : Dates.of(faces).lastDay(coupon.expiresAt())));
        facts.add(fact("often", frequency(coupon)));
        if (coupon.partner() != null) {
            facts.add(fact("partner", coupon.partner()));
        }
        return facts;
    }

    private Fact fact(String word, String text) {
        return new Fact(text("console.coupon.fact." + word), text);
    }

    private String sentence(CouponOutline coupon) {
        String discount = discount(coupon.percent(), coupon.amount());
        if (discount.isEmpty()) {
            return text("console.coupon.off.unknown");
        }
        return text("console.coupon.off." + durationOf(coupon.periods()), discount, count(coupon.periods()));
    }

    /** Such as 20% or €50.00. */
    public String discount(CouponView coupon) {
        return discount(coupon.percent(), coupon.amount());
    }

    private String discount(@Nullable BigDecimal percent, @Nullable Money amount) {
        Locale locale = faces.getViewRoot().getLocale();
        if (percent != null) {
            NumberFormat format = NumberFormat.getPercentInstance(locale);
            format.setMaximumFractionDigits(2);
            return format.format(percent.movePointLeft(2));
        }
        return amount == null ? "" : MoneyConverter.format(amount, locale);
    }

    /** For how long, in two or three words. */
    public String duration(CouponView coupon) {
        return text("console.coupon.duration." + durationOf(coupon.periods()), count(coupon.periods()));
    }

    private static int count(@Nullable Integer periods) {
        return periods == null ? 0 : periods;
    }

    private static String durationOf(@Nullable Integer periods) {
        if (periods == null) {
            return "forever";
        }
        return periods == 1 ? "once" : "repeating";
    }

    /** What it can be redeemed for. */
    public String scope(CouponView coupon) {
        return scope(CouponOutline.of(coupon));
    }

    private String scope(CouponOutline coupon) {
        String product = coupon.product();
        String plans = coupon.plans().stream()
                .map(code -> catalog.planName(product, code))
                .collect(Collectors.joining(", "));
        String what = product == null
                ? text("console.coupon.for.all")
                : plans.isEmpty()
                        ? text("console.coupon.for.product", catalog.productName(product))
                        : text("console.coupon.for.plans", plans, catalog.productName(product));
        return coupon.kind() == null
                ? what
                : text("console.coupon.for.kind", what, text("console.coupon.kind." + coupon.kind()));
    }

    private String frequency(CouponOutline coupon) {
        String often = coupon.maxRedemptions() == null
                ? text("console.coupon.often.any")
                : text("console.coupon.often.most", coupon.maxRedemptions());
        return coupon.oncePerAccount() ? text("console.coupon.often.once", often) : often;
    }

    /** Until when it can be redeemed, in words. */
    public String until(CouponView coupon) {
        return coupon.expiresAt() == null
                ? text("console.coupon.until.never")
                : Dates.of(faces).lastDay(coupon.expiresAt());
    }

    /** How often it is redeemed, of how often it may be. */
    public String redeemed(CouponView coupon) {
        return coupon.maxRedemptions() == null
                ? text("console.coupon.redeemed", coupon.redeemed())
                : text("console.coupon.redeemedOf", coupon.redeemed(), coupon.maxRedemptions());
    }

    /** A plan by its name, or by its code when it is no longer sold. */
    public String plan(String product, String code) {
        return catalog.planName(product, code);
    }

    private String text(String key, Object... arguments) {
        return Texts.of(faces).text(key, arguments);
    }
}
