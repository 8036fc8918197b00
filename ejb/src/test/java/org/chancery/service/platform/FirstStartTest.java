package org.chancery.service.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStartTest {

    private final List<String> rows = new ArrayList<>();

    @Test
    void who_finds_another_nodes_rows_in_the_way_looks_once_more() {
        FirstStart.prepare(() -> {
            if (rows.isEmpty()) {
                rows.add("the other node's");
                throw new IllegalStateException("the key is taken");
            }
        });
        assertThat(rows).containsExactly("the other node's");
    }

    @Test
    void what_fails_again_is_a_fault() {
        assertThatThrownBy(() -> FirstStart.prepare(() -> {
                    rows.add("a try");
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");
        assertThat(rows).hasSize(2);
    }
}
