package org.chancery.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostRacesTest {

    @ParameterizedTest
    @CsvSource({"23505, true", "40001, true", "40P01, true", "23502, false", "08006, false", ", false"})
    void the_state_of_the_database_tells(String state, boolean lost) {
        SQLException refused = new SQLException("refused", state);
        assertThat(LostRaces.isOne(new EJBException(new IllegalStateException(refused))))
                .isEqualTo(lost);
    }

    @Test
    void a_row_that_was_changed_meanwhile_is_one() {
        assertThat(LostRaces.isOne(new OptimisticLockException())).isTrue();
    }

    @Test
    void a_fault_of_ours_is_none() {
        assertThat(LostRaces.isOne(new IllegalStateException("bug"))).isFalse();
    }
}
