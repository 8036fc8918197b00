package org.chancery.service.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountSplitTest {

    @ParameterizedTest(name = "{0} over {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0|100 200|0 0",
                "300|100 200|100 200",
                "30|100 200|10 20",
                "10|1 1 1|LINES",
                "2|1 1 1|1 1 0",
                "1|100 200|0 1",
                "100|333 333 334|33 33 34",
                "5000|24900 2000 2000|4308 346 346",
                "7|0 10 0|0 7 0",
                "0|0 0|0 0",
                "0||",
                "1000000000000|1000000000000 1000000000000|500000000000 500000000000",
            })
    void it_is_in_proportion_and_what_is_left_over_goes_to_those_who_lost_most(
            long discount, String lines, String parts) {
        if ("LINES".equals(parts)) {
            assertThatThrownBy(() -> DiscountSplit.over(discount, numbers(lines)))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(DiscountSplit.over(discount, numbers(lines))).isEqualTo(numbers(parts));
        }
    }

    @Test
    void a_negative_line_bears_none() {
        assertThatThrownBy(() -> DiscountSplit.over(1, List.of(10L, -1L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiscountSplit.over(-1, List.of(10L))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_parts_always_sum_exactly_and_stay_within_a_unit_of_the_proportion_and_within_their_line() {
        Random random = new Random(20261125);
        for (int i = 0; i < 100_000; i++) {
            List<Long> lines = new ArrayList<>();
            long total = 0;
            long bound = random.nextBoolean() ? 10 : 1_000_000_000_000L;
            for (int n = random.nextInt(8); n >= 0; n--) {
                long line = random.nextInt(5) == 0 ? 0 : random.nextLong(bound);
                lines.add(line);
                total += line;
            }
            long discount = random.nextLong(total + 1);
            List<Long> parts = DiscountSplit.over(discount, lines);
            assertThat(parts).hasSameSizeAs(lines);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(discount);
            for (int line = 0; line < lines.size(); line++) {
                assertThat(parts.get(line)).isBetween(0L, lines.get(line));
                double exact = total == 0 ? 0 : (double) discount * lines.get(line) / total;
                assertThat((double) parts.get(line)).isBetween(exact - 1.001, exact + 1.001);
            }
        }
    }

    private static List<Long> numbers(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }
}
