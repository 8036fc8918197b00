package org.chancery.model.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void it_is_read_back_as_it_was_written() {
        Usage usage = Usage.of(Map.of("devices", 7L, "assets", 0L, "a-1", Usage.MOST));

        assertThat(usage.toText()).isEqualTo("a-1=1000000000000000\nassets=0\ndevices=7");
        assertThat(Usage.ofText(usage.toText())).isEqualTo(usage);
        assertThat(Usage.ofText(Usage.NONE.toText())).isEqualTo(Usage.NONE);
    }

    @Test
    void the_longest_report_fits_into_its_column() {
        Map<String, Long> most = IntStream.range(0, Usage.MOST_CODES)
                .boxed()
                .collect(Collectors.toMap(i -> String.format("%064d", i), i -> Usage.MOST));

        assertThat(Usage.of(most).toText().length()).isLessThan(4000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Devices", "-a", "a=1", "a\n", "a b", "ä"})
    void what_is_no_code_is_not_taken(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(Map.of(code, 1L)));
    }

    @Test
    void amounts_are_never_negative_and_never_so_large_that_a_sum_overflows() {
        for (long wrong : new long[] {-1, Long.MIN_VALUE, Usage.MOST + 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Usage.of(Map.of("devices", wrong)));
        }
    }

    @Test
    void it_can_not_be_changed_from_outside() {
        TreeMap<String, Long> amounts = new TreeMap<>(Map.of("devices", 1L));
        Usage usage = new Usage(amounts);
        amounts.put("devices", 9L);

        assertThat(usage.amounts()).containsEntry("devices", 1L);
    }
}
