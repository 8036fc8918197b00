package org.chancery.service.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.chancery.model.coupon.CouponLimits;
import org.chancery.model.coupon.CouponTerms;
import org.chancery.model.money.Money;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.coupon.CouponDraft;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouponCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void a_percentage_for_ever_needs_three_fields() {
        assertThat(read(new Typed().percent("12.5").duration("forever")))
                .isEqualTo(new CouponTerms("SPRING", 1250, null, null, CouponLimits.NONE));
    }

    @Test
    void everything_that_can_be_said_is_taken_over() {
        Typed typed = new Typed().amount(5000L, "EUR").duration("repeating").periods(3);
        typed.product = "iot-platform";
        typed.plans = List.of("startup", "business");
        typed.kind = "subscription";
        typed.expiresAt = NOON.plusSeconds(1);
        typed.maxRedemptions = 100;
        typed.oncePerAccount = true;
        CouponLimits limits = new CouponLimits(
                "iot-platform", List.of("startup", "business"), "subscription", NOON.plusSeconds(1), 100, true);
        assertThat(read(typed)).isEqualTo(new CouponTerms("SPRING", null, Money.ofMinor(5000, "EUR"), 3, limits));
    }

    @Test
    void once_is_one_period() {
        assertThat(read(new Typed().percent("100").duration("once")).periods()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} percent are {1} basis points")
    @CsvSource({"100, 10000", "100.00, 10000", "0.01, 1", "12.5, 1250", "1E+1, 1000", "33.330, 3333"})
    void a_percentage_has_two_decimals(String percent, int points) {
        assertThat(read(new Typed().percent(percent).duration("once")).percent())
                .isEqualTo(points);
    }

    @ParameterizedTest(name = "{0} percent")
    @CsvSource({"0", "-5", "100.01", "0.001", "1e1000000000", "1e-1000000000", "99999999900", "123456789.1"})
    void what_is_no_percentage_is_refused(String percent) {
        assertThat(faults(new Typed().percent(percent).duration("once"))).containsExactly("percent percent");
    }

    @Test
    void nothing_typed_names_what_is_missing() {
        Typed typed = new Typed();
        typed.code = " ";
        assertThat(faults(typed)).containsExactly("code required", "percent required", "duration required");
    }

    @Test
    void what_excludes_each_other_is_named() {
        assertThat(faults(new Typed().percent("10").amount(100L, "EUR").duration("once")))
                .containsExactly("amount exclusive");
        Typed currency = new Typed().percent("10").duration("once");
        currency.currency = "EUR";
        assertThat(faults(currency)).containsExactly("currency exclusive");
        assertThat(faults(new Typed().percent("10").duration("once").periods(2)))
                .containsExactly("periods exclusive");
        assertThat(faults(new Typed().percent("10").duration("forever").periods(2)))
                .containsExactly("periods exclusive");
    }

    @Test
    void what_is_out_of_bounds_is_named() {
        assertThat(faults(new Typed().amount(0L, "EUR").duration("once"))).containsExactly("amount range");
        assertThat(faults(new Typed().amount(1_000_000_000_001L, "EUR").duration("once")))
                .containsExactly("amount range");
        assertThat(faults(new Typed().amount(1L, null).duration("once"))).containsExactly("currency currency");
        assertThat(faults(new Typed().percent("1").duration("repeating"))).containsExactly("periods required");
        assertThat(faults(new Typed().percent("1").duration("repeating").periods(0)))
                .containsExactly("periods range");
        assertThat(faults(new Typed().percent("1").duration("repeating").periods(121)))
                .containsExactly("periods range");
        assertThat(faults(new Typed().percent("1").duration("sometimes"))).containsExactly("duration form");
    }

    @Test
    void limits_are_checked_field_by_field() {
        Typed typed = new Typed().percent("1").duration("once");
        typed.code = "A B";
        typed.product = "IoT Platform";
        typed.plans = Arrays.asList("startup", "Startup", null, "startup");
        typed.kind = "trial";
        typed.expiresAt = NOON;
        typed.maxRedemptions = 1_000_001;
        assertThat(faults(typed))
                .containsExactly(
                        "code coupon-code",
                        "product form",
                        "plans[1] form",
                        "plans[2] required",
                        "plans[3] duplicate",
                        "kind form",
                        "expiresAt past",
                        "maxRedemptions range");
    }

    @Test
    void plans_need_their_product_and_are_not_too_many() {
        Typed typed = new Typed().percent("1").duration("once");
        typed.plans = Collections.nCopies(51, "startup");
        assertThat(faults(typed)).containsExactly("product required", "plans too-many");
    }

    @Test
    void an_expiry_that_no_database_holds_is_refused() {
        Typed typed = new Typed().percent("1").duration("once");
        typed.expiresAt = Instant.MAX;
        assertThat(faults(typed)).containsExactly("expiresAt range");
    }

    @Test
    void an_unknown_partner_is_named_with_the_rest() {
        InvalidRequestException refused = catchThrowableOfType(
                InvalidRequestException.class,
                () -> CouponCheck.terms(
                        new Typed().percent("0").duration("once").draft(), false, NOON));
        assertThat(refused.errors()).extracting(e -> e.field()).containsExactly("percent", "partner");
    }

    private static CouponTerms read(Typed typed) {
        return CouponCheck.terms(typed.draft(), true, NOON);
    }

    private static List<String> faults(Typed typed) {
        return catchThrowableOfType(InvalidRequestException.class, () -> read(typed)).errors().stream()
                .map(e -> e.field() + " " + e.code())
                .toList();
    }

    /** What somebody typed, field by field. */
    private static final class Typed {
        @Nullable
        String code = "spring";

        @Nullable
        BigDecimal percent;

        @Nullable
        Long amount;

        @Nullable
        String currency;

        @Nullable
        String duration;

        @Nullable
        Integer periods;

        @Nullable
        String product;

        @Nullable
        List<@Nullable String> plans;

        @Nullable
        String kind;

        @Nullable
        Instant expiresAt;

        @Nullable
        Integer maxRedemptions;

        @Nullable
        Boolean oncePerAccount;

        Typed percent(String typed) {
            percent = new BigDecimal(typed);
            return this;
        }

        Typed amount(Long minor, @Nullable String code3) {
            amount = minor;
            currency = code3;
            return this;
        }

        Typed duration(String word) {
            duration = word;
            return this;
        }

        Typed periods(int count) {
            periods = count;
            return this;
        }

        CouponDraft draft() {
            return new CouponDraft(
                    code,
                    percent,
                    amount,
                    currency,
                    duration,
                    periods,
                    product,
                    plans,
                    kind,
                    expiresAt,
                    maxRedemptions,
                    oncePerAccount,
                    null);
        }
    }
}
