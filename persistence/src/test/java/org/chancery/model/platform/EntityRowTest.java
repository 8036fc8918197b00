package org.chancery.model.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import org.chancery.model.licensing.Instance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a row can't be made of. How rows are read and written is shown with instances, in a database. */
class EntityRowTest {

    @Entity
    static class WithAmount extends AggregateRoot {
        @Column
        @Nullable
        BigDecimal amount;
    }

    @Entity
    static class WithNumberedDay extends AggregateRoot {
        @Enumerated
        @Column
        @Nullable
        DayOfWeek day;
    }

    @Entity
    static class WithSilentField extends AggregateRoot {
        int silent;
    }

    @Entity
    static class WithoutConstructor extends AggregateRoot {
        @Column
        final int count;

        WithoutConstructor(int count) {
            this.count = count;
        }
    }

    @Test
    void a_kind_of_column_that_no_other_entity_has_is_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityRow.of(WithAmount.class))
                .withMessageContaining("BigDecimal")
                .withMessageContaining("amount");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityRow.of(WithNumberedDay.class))
                .withMessageContaining("day");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityRow.of(WithSilentField.class))
                .withMessageContaining("silent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntityRow.of(WithoutConstructor.class))
                .withMessageContaining("WithoutConstructor");
    }

    @Test
    void columns_are_named_as_the_migrations_name_them() {
        EntityRow<Instance> row = EntityRow.of(Instance.class);
        assertThat(row.columns("i"))
                .startsWith("i.id, i.version, i.license_id, ")
                .contains("i.window_start, i.hits")
                .contains("i.displaced_previous_hash");
        assertThat(row.columns("i").split(", ")).hasSize(row.width());
    }
}
