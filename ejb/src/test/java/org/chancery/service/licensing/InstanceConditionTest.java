package org.chancery.service.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.chancery.model.licensing.InstanceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceConditionTest {

    private static final Instant NOON = Instant.parse("2026-04-10T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LEASE_END = NOON.plus(Duration.ofDays(1));

    @ParameterizedTest(name = "{0} after a check, one of too many: {1}, it is {2}")
    @CsvSource({
        "PT0S, false, ONLINE",
        "PT1H, false, ONLINE",
        "PT1H0.001S, false, LATE",
        "PT2H, false, LATE",
        "PT2H0.001S, false, SILENT",
        "PT23H59M59S, false, SILENT",
        "PT24H, false, LAPSED",
        "PT240H, false, LAPSED",
        "PT0S, true, OVER_LIMIT",
        "PT1H30M, true, OVER_LIMIT",
        "PT3H, true, SILENT",
        "PT24H, true, LAPSED"
    })
    void an_active_instance_is_told_by_the_checks_that_it_missed(
            Duration sinceCheck, boolean surplus, InstanceCondition expected) {
        assertThat(InstanceCondition.of(InstanceState.ACTIVE, NOON, HOUR, LEASE_END, surplus, NOON.plus(sinceCheck)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"RELEASED, RELEASED", "DEACTIVATED, DEACTIVATED"})
    void what_was_ended_is_nothing_else_whatever_the_lease_says(InstanceState state, InstanceCondition expected) {
        for (Instant now : new Instant[] {NOON, NOON.plus(HOUR.multipliedBy(3)), LEASE_END.plus(HOUR)}) {
            assertThat(InstanceCondition.of(state, NOON, HOUR, LEASE_END, true, now))
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_lease_that_ends_before_the_next_check_lapses_without_being_late() {
        Instant soon = NOON.plusSeconds(600);
        assertThat(InstanceCondition.of(InstanceState.ACTIVE, NOON, HOUR, soon, false, soon))
                .isEqualTo(InstanceCondition.LAPSED);
    }

    @ParameterizedTest
    @EnumSource(InstanceCondition.class)
    void nothing_that_has_ended_runs_and_nothing_quiet_is_well(InstanceCondition condition) {
        boolean ended = condition == InstanceCondition.LAPSED
                || condition == InstanceCondition.RELEASED
                || condition == InstanceCondition.DEACTIVATED;
        assertThat(condition.runs()).isEqualTo(!ended);
        boolean fine = condition == InstanceCondition.ONLINE
                || condition == InstanceCondition.RELEASED
                || condition == InstanceCondition.DEACTIVATED;
        assertThat(condition.needsAttention()).isEqualTo(!fine);
    }
}
