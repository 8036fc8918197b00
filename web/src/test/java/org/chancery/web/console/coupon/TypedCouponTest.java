package org.chancery.web.console.coupon;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.chancery.model.platform.FieldError;
import org.chancery.service.coupon.CouponDraft;
import org.chancery.web.portal.component.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCouponTest {

    private static final Dates BERLIN = new Dates(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

    private final CouponForm form = new CouponForm();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {"20|20", "20 %|20", "12.5|12.5", "12,5|12.5", " 7.25% |7.25", "100|100", "0|0", "999|999"})
    void a_percentage_may_have_a_point_or_a_comma_and_a_sign(String typed, BigDecimal percent) {
        form.setPercent(typed);
        assertThat(draft().percent()).isEqualByComparingTo(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"twenty", "-5", "1.000,5", "20..5", "1e3", ".5", "5.", "\u0662"})
    void what_is_no_percentage_is_named(String typed) {
        form.setPercent(typed);
        assertThat(faults()).containsExactly("percent percent");
        assertThat(read().draft().percent()).isNull();
    }

    @Test
    void an_amount_is_read_in_its_currency_and_the_percentage_beside_it_is_not() {
        form.setMeasure("amount");
        form.setPercent("nonsense");
        form.setAmount("1,188.00");
        form.setCurrency("EUR");
        assertThat(draft().amount()).isEqualTo(118_800);
        assertThat(draft().currency()).isEqualTo("EUR");
        assertThat(draft().percent()).isNull();
    }

    @Test
    void an_amount_that_can_not_be_read_says_why() {
        form.setMeasure("amount");
        form.setCurrency("EUR");
        assertThat(faults()).containsExactly("amount required");
        form.setAmount("50.001");
        assertThat(faults()).containsExactly("amount typed-amount");
        assertThat(read().faults()).extracting(FieldError::message).allMatch(words -> words.contains("EUR has 2"));
        form.setCurrency("euro");
        assertThat(faults()).containsExactly("currency currency");
    }

    @Test
    void the_last_day_is_included_in_the_readers_zone() {
        form.setExpiresAt("2026-12-31");
        assertThat(draft().expiresAt()).isEqualTo(Instant.parse("2026-12-31T23:00:00Z"));
        form.setExpiresAt("soon");
        assertThat(faults()).containsExactly("expiresAt date");
    }

    @Test
    void an_end_is_shown_as_the_day_it_leaves_whole_or_by_its_time() {
        assertThat(BERLIN.lastDay(Instant.parse("2026-12-31T23:00:00Z"))).isEqualTo("December 31, 2026");
        assertThat(BERLIN.lastDay(Instant.parse("2026-12-31T22:59:00Z"))).startsWith("Dec 31, 2026, 11:59");
    }

    @Test
    void periods_count_for_a_repeating_coupon_only() {
        form.setPeriods("3");
        assertThat(draft().periods()).isNull();
        form.setDuration("repeating");
        assertThat(draft().periods()).isEqualTo(3);
        form.setPeriods("three");
        form.setMaxRedemptions("12345678901");
        assertThat(faults()).containsExactly("periods number", "maxRedemptions number");
    }

    @Test
    void what_is_left_empty_is_absent() {
        form.setProduct("");
        form.setKind(" ");
        form.setPartner("");
        CouponDraft draft = draft();
        assertThat(draft.product()).isNull();
        assertThat(draft.plans()).isNull();
        assertThat(draft.kind()).isNull();
        assertThat(draft.expiresAt()).isNull();
        assertThat(draft.maxRedemptions()).isNull();
        assertThat(draft.partner()).isNull();
        form.setPartner("nobody");
        assertThat(faults()).containsExactly("partner unknown");
    }

    private CouponDraft draft() {
        assertThat(faults()).isEmpty();
        return read().draft();
    }

    private List<String> faults() {
        return read().faults().stream().map(e -> e.field() + " " + e.code()).toList();
    }

    private TypedCoupon read() {
        return TypedCoupon.read(form, Locale.ENGLISH, BERLIN);
    }
}
