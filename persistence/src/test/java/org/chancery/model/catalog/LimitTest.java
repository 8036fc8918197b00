package org.chancery.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void numbers_add_up() {
        assertThat(Limit.of(500).plus(Limit.of(3).times(2))).isEqualTo(Limit.of(506));
    }

    @Test
    void unlimited_stays_unlimited_whatever_is_added() {
        assertThat(Limit.UNLIMITED.plus(Limit.of(1))).isEqualTo(Limit.UNLIMITED);
        assertThat(Limit.of(1).plus(Limit.UNLIMITED)).isEqualTo(Limit.UNLIMITED);
        assertThat(Limit.UNLIMITED.times(3)).isEqualTo(Limit.UNLIMITED);
    }

    @Test
    void nothing_of_something_unlimited_is_nothing() {
        assertThat(Limit.UNLIMITED.times(0)).isEqualTo(Limit.of(0));
    }

    @Test
    void a_limit_is_reached_only_when_exceeded() {
        assertThat(Limit.of(10).allows(10)).isTrue();
        assertThat(Limit.of(10).allows(11)).isFalse();
        assertThat(Limit.UNLIMITED.allows(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void nothing_is_limited_below_zero_and_sums_do_not_wrap_around() {
        assertThatThrownBy(() -> Limit.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Limit.of(Long.MAX_VALUE).plus(Limit.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Limit.of(Long.MAX_VALUE).times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void it_is_written_as_in_the_public_contract() {
        assertThat(Limit.UNLIMITED).hasToString("unlimited");
        assertThat(Limit.of(0)).hasToString("0");
    }

    @Test
    void the_better_support_wins() {
        assertThat(SupportLevel.EXTENDED.or(SupportLevel.COMMUNITY)).isEqualTo(SupportLevel.EXTENDED);
        assertThat(SupportLevel.BUSINESS_HOURS.or(SupportLevel.PRIORITY)).isEqualTo(SupportLevel.PRIORITY);
        assertThat(SupportLevel.ofWord("business-hours")).contains(SupportLevel.BUSINESS_HOURS);
    }
}
