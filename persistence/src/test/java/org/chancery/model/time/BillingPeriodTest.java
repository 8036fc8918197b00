package org.chancery.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillingPeriodTest {

    @ParameterizedTest(name = "{0} from {1}: period {2} is [{3}, {4})")
    @CsvSource({
        "MONTH, 2026-01-31T10:00:00Z, 0, 2026-01-31T10:00:00Z, 2026-02-28T10:00:00Z",
        "MONTH, 2026-01-31T10:00:00Z, 1, 2026-02-28T10:00:00Z, 2026-03-31T10:00:00Z",
        "MONTH, 2026-01-31T10:00:00Z, 2, 2026-03-31T10:00:00Z, 2026-04-30T10:00:00Z",
        "MONTH, 2028-01-31T00:00:00Z, 1, 2028-02-29T00:00:00Z, 2028-03-31T00:00:00Z",
        "MONTH, 2026-12-31T23:59:59Z, 0, 2026-12-31T23:59:59Z, 2027-01-31T23:59:59Z",
        "YEAR, 2028-02-29T12:00:00Z, 0, 2028-02-29T12:00:00Z, 2029-02-28T12:00:00Z",
        "YEAR, 2028-02-29T12:00:00Z, 4, 2032-02-29T12:00:00Z, 2033-02-28T12:00:00Z"
    })
    void periods_are_counted_from_the_anchor(
            BillingPeriod period, Instant anchor, int index, Instant start, Instant end) {
        assertThat(period.nth(anchor, index)).isEqualTo(new ServicePeriod(start, end));
    }

    @Test
    void the_start_belongs_to_a_period_and_the_end_does_not() {
        ServicePeriod period = BillingPeriod.MONTH.nth(Instant.parse("2026-04-01T00:00:00Z"), 0);
        assertThat(period.contains(period.start())).isTrue();
        assertThat(period.contains(period.end().minusSeconds(1))).isTrue();
        assertThat(period.contains(period.end())).isFalse();
        assertThat(period.seconds()).isEqualTo(30 * 86_400L);
    }

    @Test
    void a_one_time_price_has_no_periods() {
        assertThatThrownBy(() -> BillingPeriod.ONCE.nth(Instant.EPOCH, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_words_of_the_contract_are_the_only_ones() {
        assertThat(BillingPeriod.ofWord("month")).contains(BillingPeriod.MONTH);
        assertThat(BillingPeriod.ofWord("MONTH")).isEmpty();
        assertThat(BillingPeriod.ofWord("monthly")).isEmpty();
    }
}
