package org.chancery.service.checkout.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.service.job.JobHold;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Deque<UUID> waiting = new ArrayDeque<>();
    private final List<UUID> taken = new ArrayList<>();
    private final List<UUID> parked = new ArrayList<>();
    private final Map<UUID, Integer> failures = new HashMap<>();
    private int calls;

    @Test
    void everything_that_is_due_is_taken_in_order_a_few_at_a_time() {
        List<UUID> all = ids(450);
        waiting.addAll(all);
        turns().takeAll(JobHold.FREE);
        assertThat(taken).isEqualTo(all);
        assertThat(calls).isEqualTo(18);
        assertThat(parked).isEmpty();
    }

    @Test
    void a_lost_race_is_tried_again() {
        failures.put(new UUID(0, 0), 2);
        waiting.addAll(ids(1));
        turns().takeAll(JobHold.FREE);
        assertThat(taken).containsExactly(new UUID(0, 0));
        assertThat(parked).isEmpty();
    }

    @Test
    void where_one_fails_each_is_taken_by_itself_and_what_fails_all_the_same_is_parked() {
        failures.put(new UUID(0, 3), 4);
        waiting.addAll(ids(30));
        turns().takeAll(JobHold.FREE);
        assertThat(parked).containsExactly(new UUID(0, 3));
        assertThat(taken).hasSize(29).doesNotContain(new UUID(0, 3)).doesNotHaveDuplicates();
    }

    @Test
    void who_lost_the_job_leaves_the_rest_to_another_node() {
        waiting.addAll(ids(200));
        turns().takeAll(() -> calls < 2);
        assertThat(taken).hasSize(50);
        assertThat(parked).isEmpty();
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

    /** All or none, as a transaction. */
    private void turn(List<UUID> some) {
        calls++;
        for (UUID id : some) {
            int left = failures.getOrDefault(id, 0);
            if (left > 0) {
                failures.put(id, left - 1);
                throw new IllegalStateException("lost");
            }
        }
        taken.addAll(some);
    }

    private static List<UUID> ids(int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(0, i));
        }
        return ids;
    }
}
