package org.chancery.service.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.service.coupon.CouponWorld.EUR;
import static org.chancery.service.coupon.CouponWorld.NOON;
import static org.chancery.service.coupon.CouponWorld.draft;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.chancery.model.coupon.CouponSale;
import org.chancery.model.coupon.DiscountTerms;
import org.chancery.model.coupon.RedemptionStatus;
import org.chancery.model.money.Money;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponDeskTest {

    private static final UUID ANA = new UUID(4, 1);
    private static final UUID EVE = new UUID(4, 2);
    private static final UUID INVOICE = new UUID(5, 1);

    private final CouponWorld world = new CouponWorld();

    @Test
    void a_look_at_a_coupon_changes_nothing() {
        CouponView coupon = world.coupon("SPRING");
        DiscountTerms terms = world.preview("spring", ANA);
        assertThat(terms).isEqualTo(new DiscountTerms(DiscountTerms.UNRESERVED, "SPRING", 2000, null, 1));
        assertThat(world.preview("SPRING", null)).isEqualTo(terms);
        assertThat(world.redeemed(coupon)).isZero();
        assertThat(world.redemptions.all()).isEmpty();
    }

    @Test
    void an_order_redeems_it_and_keeps_its_terms() {
        CouponView coupon = world.coupon("SPRING");
        DiscountTerms terms = world.reserve(" spring ", ANA);
        assertThat(terms.percent()).isEqualTo(2000);
        assertThat(world.redeemed(coupon)).isEqualTo(1);
        assertThat(world.redemptions.requireLocked(terms.redemptionId()).status())
                .isEqualTo(RedemptionStatus.RESERVED);
        assertThat(world.couponService.redemptions(coupon.id(), null, 10).data())
                .extracting(RedemptionView::account, RedemptionView::plan)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ANA, "startup"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AUTUMN", "SPRING%", "a", "SPRINGSPRINGSPRINGSPRINGSPRINGSPRINGSPRING"})
    void what_is_no_coupon_is_a_wrong_field(String code) {
        world.coupon("SPRING");
        assertThatThrownBy(() -> world.preview(code, ANA))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> assertThat(refused.errors())
                        .extracting(e -> e.field() + " " + e.code())
                        .containsExactly("coupon unknown"));
        assertThatThrownBy(() -> world.reserve(code, ANA)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void every_limit_is_refused_by_its_name_and_counts_nothing() {
        CouponView coupon = world.couponService.create(new CouponDraft(
                "SPRING",
                null,
                5000L,
                "EUR",
                "forever",
                null,
                "iot-platform",
                List.of("startup"),
                "subscription",
                NOON.plusSeconds(60),
                1,
                true,
                null));
        refused("coupon-wrong-product", () -> reserve("other", "startup", "subscription", "EUR"));
        refused("coupon-wrong-plan", () -> reserve("iot-platform", "maker", "subscription", "EUR"));
        refused("coupon-wrong-kind", () -> reserve("iot-platform", "startup", "perpetual", "EUR"));
        refused("coupon-currency", () -> reserve("iot-platform", "startup", "subscription", "USD"));
        assertThat(world.redeemed(coupon)).isZero();
        world.reserve("SPRING", ANA);
        refused("coupon-exhausted", () -> world.reserve("SPRING", EVE));
        refused("coupon-exhausted", () -> world.preview("SPRING", null));
        world.advance(Duration.ofSeconds(60));
        refused("coupon-expired", () -> world.reserve("SPRING", EVE));
        world.couponService.retire(coupon.id());
        refused("coupon-retired", () -> world.reserve("SPRING", EVE));
        assertThat(world.redeemed(coupon)).isEqualTo(1);
        assertThat(world.redemptions.all()).hasSize(1);
    }

    @Test
    void once_an_account_is_once_until_it_is_given_back() {
        world.couponService.create(draft("ONCE", null, null, true, null, null));
        DiscountTerms first = world.reserve("ONCE", ANA);
        refused("coupon-used", () -> world.reserve("ONCE", ANA));
        refused("coupon-used", () -> world.preview("ONCE", ANA));
        world.preview("ONCE", null);
        world.reserve("ONCE", EVE);
        world.desk.giveBack(first.redemptionId(), NOON);
        world.reserve("ONCE", ANA);
    }

    @Test
    void a_coupon_without_that_limit_may_be_redeemed_again() {
        CouponView coupon = world.coupon("SPRING");
        world.reserve("SPRING", ANA);
        world.reserve("SPRING", ANA);
        assertThat(world.redeemed(coupon)).isEqualTo(2);
    }

    @Test
    void giving_back_frees_one_use_once() {
        CouponView coupon = world.couponService.create(draft("LAST", null, 1, false, null, null));
        DiscountTerms terms = world.reserve("LAST", ANA);
        refused("coupon-exhausted", () -> world.reserve("LAST", EVE));
        world.desk.giveBack(terms.redemptionId(), NOON);
        world.desk.giveBack(terms.redemptionId(), NOON);
        assertThat(world.redeemed(coupon)).isZero();
        world.reserve("LAST", EVE);
        world.desk.giveBack(terms.redemptionId(), NOON);
        assertThat(world.redeemed(coupon)).isEqualTo(1);
    }

    @Test
    void what_was_paid_with_is_not_given_back() {
        CouponView coupon = world.coupon("SPRING");
        DiscountTerms terms = world.reserve("SPRING", ANA);
        world.desk.recordSale(terms.redemptionId(), INVOICE, 8000, 2000, EUR, NOON);
        world.desk.giveBack(terms.redemptionId(), NOON);
        assertThat(world.redeemed(coupon)).isEqualTo(1);
        assertThat(world.redemptions.requireLocked(terms.redemptionId()).status())
                .isEqualTo(RedemptionStatus.USED);
    }

    @Test
    void a_sale_is_counted_once_for_each_invoice_and_is_its_partners() {
        UUID partner = world.partnerService.create("North", null).id();
        CouponView coupon = world.couponService.create(draft("NORTH", null, null, false, partner, null));
        DiscountTerms terms = world.reserve("NORTH", ANA);
        world.desk.recordSale(terms.redemptionId(), INVOICE, 8000, 2000, EUR, NOON);
        world.desk.recordSale(terms.redemptionId(), INVOICE, 8000, 2000, EUR, NOON);
        world.desk.recordSale(terms.redemptionId(), new UUID(5, 2), -4000, -1000, EUR, NOON);
        assertThat(world.sales.all())
                .extracting(CouponSale::netSale)
                .containsExactly(Money.ofMinor(8000, "EUR"), Money.ofMinor(-4000, "EUR"));
        assertThat(world.sales.all()).extracting(CouponSale::partnerId).containsOnly(partner);
        assertThat(world.couponService.turnover(coupon.id()))
                .singleElement()
                .satisfies(sum -> assertThat(sum.netSales()).isEqualTo(4000));
    }

    @Test
    void a_sale_after_the_return_is_still_a_sale_but_brings_no_use_back() {
        CouponView coupon = world.coupon("SPRING");
        DiscountTerms terms = world.reserve("SPRING", ANA);
        world.desk.giveBack(terms.redemptionId(), NOON);
        world.desk.recordSale(terms.redemptionId(), INVOICE, 8000, 2000, EUR, NOON);
        assertThat(world.sales.all()).hasSize(1);
        assertThat(world.redeemed(coupon)).isZero();
    }

    @Test
    void terms_stay_as_they_were_redeemed_when_the_code_is_given_anew() {
        CouponView first = world.coupon("SPRING");
        DiscountTerms kept = world.reserve("SPRING", ANA);
        world.couponService.retire(first.id());
        world.couponService.create(new CouponDraft(
                "SPRING", BigDecimal.ONE, null, null, "forever", null, null, null, null, null, null, null, null));
        assertThat(world.preview("SPRING", ANA).percent()).isEqualTo(100);
        assertThat(kept.percent()).isEqualTo(2000);
    }

    private DiscountTerms reserve(String product, String plan, String kind, String currency) {
        return world.desk.reserve(
                "SPRING", ANA, product, plan, kind, Currency.getInstance(currency), world.clock.instant());
    }

    private static void refused(String reason, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(DomainException.class, refused -> assertThat(
                        refused.refusal().reason())
                .isEqualTo(reason));
    }
}
