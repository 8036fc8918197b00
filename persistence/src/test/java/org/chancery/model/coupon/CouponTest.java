package org.chancery.model.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CouponTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final UUID ACCOUNT = new UUID(4, 4);

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
    @CsvSource({
        "iot-platform, startup, subscription, EUR, ",
        "iot-platform, business, subscription, EUR, ",
        "other, startup, subscription, EUR, coupon-wrong-product",
        "iot-platform, maker, subscription, EUR, coupon-wrong-plan",
        "iot-platform, startup, perpetual, EUR, coupon-wrong-kind",
        "iot-platform, startup, subscription, USD, coupon-currency"
    })
    void a_purchase_passes_or_hits_a_limit_by_name(
            String product, String plan, String kind, String currency, String reason) {
        CouponLimits limits =
                new CouponLimits("iot-platform", List.of("startup", "business"), "subscription", null, null, false);
        Coupon coupon = coupon(new CouponTerms("SPRING", null, new Money(5000, EUR), 1, limits));
        Purchase purchase = new Purchase(ACCOUNT, product, plan, kind, Currency.getInstance(currency));
        if (reason == null) {
            coupon.requireRedeemable(purchase, NOON);
        } else {
            assertThatThrownBy(() -> coupon.requireRedeemable(purchase, NOON)).satisfies(refused -> assertThat(
                            ((DomainException) refused).refusal().reason())
                    .isEqualTo(reason));
        }
    }

    @Test
    void a_percentage_is_for_every_currency_and_no_limits_let_everything_pass() {
        Coupon coupon = coupon(new CouponTerms("SPRING", 2000, null, null, CouponLimits.NONE));
        coupon.requireRedeemable(new Purchase(null, "any", "plan", "perpetual", Currency.getInstance("JPY")), NOON);
    }

    @Test
    void it_ends_at_the_instant_it_expires() {
        CouponLimits limits = new CouponLimits(null, List.of(), null, NOON, null, false);
        Coupon coupon = coupon(new CouponTerms("SPRING", 2000, null, 1, limits));
        assertThat(coupon.statusAt(NOON.minusNanos(1000))).isEqualTo(CouponStatus.ACTIVE);
        assertThat(coupon.statusAt(NOON)).isEqualTo(CouponStatus.EXPIRED);
    }

    @Test
    void retiring_is_for_good_and_keeps_its_first_date() {
        Coupon coupon = coupon(new CouponTerms("SPRING", 2000, null, 1, CouponLimits.NONE));
        coupon.retire(NOON);
        coupon.retire(NOON.plusSeconds(60));
        assertThat(coupon.retiredAt()).contains(NOON);
        assertThat(coupon.statusAt(NOON)).isEqualTo(CouponStatus.RETIRED);
    }

    @Test
    void a_redemption_is_used_or_given_back_but_not_both() {
        CouponLimits once = new CouponLimits(null, List.of(), null, null, null, true);
        Coupon coupon = coupon(new CouponTerms("SPRING", 2000, null, 1, once));
        CouponRedemption used = new CouponRedemption(new UUID(2, 1), coupon, ACCOUNT, "p", "q", NOON);
        used.use(NOON);
        assertThat(used.giveBack(NOON)).isFalse();
        assertThat(used.status()).isEqualTo(RedemptionStatus.USED);
        CouponRedemption given = new CouponRedemption(new UUID(2, 2), coupon, ACCOUNT, "p", "q", NOON);
        assertThat(given.giveBack(NOON)).isTrue();
        assertThat(given.giveBack(NOON)).isFalse();
        given.use(NOON);
        assertThat(given.status()).isEqualTo(RedemptionStatus.RETURNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPRING-26", "spring-26", " Spring-26\t"})
    void a_code_may_be_typed_in_any_case(String typed) {
        assertThat(Coupon.normalised(typed)).contains("SPRING-26");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "A", "-AB", "A B", "A_B", "ÄB", "A%", "\u0131X", "12345678901234567890123456789012345678901"
            })
    void what_is_no_code_is_none(String typed) {
        assertThat(Coupon.normalised(typed)).isEmpty();
    }

    private static Coupon coupon(CouponTerms terms) {
        return new Coupon(new UUID(1, 1), terms, null, NOON);
    }
}
