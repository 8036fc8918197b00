package org.chancery.service.checkout.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Deque<UUID> waiting = new ArrayDeque<>();
    private final List<UUID> taken = new ArrayList<>();
    private final List<UUID> parked = new ArrayList<>();
    private int failures;

    @Test
    void everything_that_is_due_is_taken_page_by_page_in_order() {
        List<UUID> all = ids(450);
        waiting.addAll(all);
        turns().takeAll();
        assertThat(taken).isEqualTo(all);
        assertThat(parked).isEmpty();
    }

    @Test
    void a_lost_race_is_tried_again() {
        failures = 2;
        turns().take(new UUID(0, 7));
        assertThat(taken).containsExactly(new UUID(0, 7));
        assertThat(parked).isEmpty();
    }

    @Test
    void what_fails_three_times_is_parked_and_holds_up_nobody() {
        failures = 3;
        waiting.addAll(ids(2));
        turns().takeAll();
        assertThat(parked).containsExactly(new UUID(0, 0));
        assertThat(taken).containsExactly(new UUID(0, 1));
    }

    private Turns turns() {
        return new Turns("thing", this::page, this::turn, parked::add);
    }

    private List<UUID> page(int limit) {
        List<UUID> page = new ArrayList<>();
        while (page.size() < limit && !waiting.isEmpty()) {
            page.add(waiting.remove());
        }
        return page;
    }

    private void turn(UUID id) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("lost");
        }
        taken.add(id);
    }

    private static List<UUID> ids(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(0, i));
        }
        return ids;
    }
}
