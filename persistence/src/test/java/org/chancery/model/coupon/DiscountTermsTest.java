package org.chancery.model.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTermsTest {

    private static final UUID REDEMPTION = new UUID(1, 1);

    @ParameterizedTest(name = "{0} basis points off {1} are {2}")
    @CsvSource({
        "2000, 24900, 4980",
        "10000, 24900, 24900",
        "1, 24900, 2",
        "1, 4999, 0",
        "1, 5000, 1",
        "1250, 1, 0",
        "5000, 1, 1",
        "3333, 10000, 3333",
        "9999, 1000000000000, 999900000000",
        "5000, 0, 0",
        "5000, -24900, 0"
    })
    void a_percentage_is_rounded_half_up_once(int percent, long lines, long off) {
        assertThat(percentage(percent, null).off(lines, 0)).isEqualTo(off);
        assertThat(percentage(percent, null).off(lines, 123_456)).isEqualTo(off);
    }

    @ParameterizedTest(name = "an amount of {0} off {1} after {2} is {3}")
    @CsvSource({
        "5000, 24900, 0, 5000",
        "5000, 24900, 1200, 3800",
        "5000, 24900, 5000, 0",
        "5000, 24900, 9000, 0",
        "5000, 3000, 0, 3000",
        "5000, 3000, 2500, 2500",
        "5000, 3000, -400, 3000",
        "5000, 0, 0, 0",
        "5000, -1, 0, 0"
    })
    void an_amount_is_given_once_a_period_and_never_beyond_the_lines(long amount, long lines, long already, long off) {
        assertThat(amount(amount, null).off(lines, already)).isEqualTo(off);
    }

    @ParameterizedTest(name = "with {0} periods the one at {1}: {2}")
    @CsvSource({
        "1, 0, true",
        "1, 1, false",
        "3, 2, true",
        "3, 3, false",
        ", 0, true",
        ", 1199, true",
        ", -1, false",
        "3, -1, false"
    })
    void it_applies_to_as_many_periods_as_it_says(@Nullable Integer periods, int ordinal, boolean applies) {
        assertThat(percentage(1000, periods).appliesTo(ordinal)).isEqualTo(applies);
    }

    @Test
    void whatever_is_bought_nothing_is_given_beyond_the_lines_and_an_amount_once_a_period() {
        Random random = new Random(20261125);
        for (int i = 0; i < 100_000; i++) {
            long amount = 1 + random.nextLong(1_000_000);
            DiscountTerms percentage = percentage(1 + random.nextInt(DiscountTerms.WHOLE), null);
            DiscountTerms fixed = amount(amount, null);
            long given = 0;
            for (int charge = random.nextInt(4); charge >= 0; charge--) {
                long lines = random.nextLong(2_000_000) - 100_000;
                long off = fixed.off(lines, given);
                assertThat(off).isBetween(0L, Math.max(0, lines));
                given += off;
                assertThat(percentage.off(lines, given)).isBetween(0L, Math.max(0, lines));
            }
            assertThat(given).isLessThanOrEqualTo(amount);
        }
    }

    @Test
    void terms_are_either_a_percentage_or_an_amount() {
        assertThatThrownBy(() -> terms(null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(1000, 500L, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(0, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(10_001, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(null, 0L, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> terms(1000, null, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DiscountTerms percentage(int percent, @Nullable Integer periods) {
        return terms(percent, null, periods);
    }

    private static DiscountTerms amount(long amount, @Nullable Integer periods) {
        return terms(null, amount, periods);
    }

    private static DiscountTerms terms(@Nullable Integer percent, @Nullable Long amount, @Nullable Integer periods) {
        return new DiscountTerms(REDEMPTION, "LAUNCH", percent, amount, periods);
    }
}
