package org.chancery.model.platform;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an entity from the row of its table and writes what has changed of it since, by plain JDBC. It follows the annotations that
 * Hibernate follows, so there is one mapping and no list of columns to keep. For the one place where Hibernate costs more than
 * what it does there (ADR 0021); it knows what our entities are made of and refuses anything else when it is made.
 *
 * <p>What belongs to the entity but stands in other tables is null, so whoever touches it fails.
 *
 * @param <E> what it reads
 */
public final class EntityRow<E extends AggregateRoot> {

    private static final int NEVER_STORED = Modifier.STATIC | Modifier.TRANSIENT;

    private final String table;
    private final Constructor<E> constructor;
    private final List<Part> parts = new ArrayList<>();
    private final List<Field> elsewhere = new ArrayList<>();
    private final List<Cell> cells;
    private final int version;

    /** One field and the columns that hold it: one, or those of the embedded record that can be made of them. */
    private record Part(Field field, List<Cell> cells, @Nullable Constructor<?> whole, List<Method> components) {

        @Nullable
        Object join(@Nullable Object[] values, int from) throws ReflectiveOperationException {
            if (whole == null) {
                return values[from];
            }
            @Nullable Object[] own = Arrays.copyOfRange(values, from, from + cells.size());
            return Arrays.stream(own).allMatch(Objects::isNull) ? null : whole.newInstance(own);
        }

        void split(Object entity, @Nullable Object[] values, int from) throws ReflectiveOperationException {
            Object value = field.get(entity);
            if (whole == null) {
                values[from] = value;
            } else if (value != null) {
                for (int i = 0; i < cells.size(); i++) {
                    values[from + i] = components.get(i).invoke(value);
                }
            }
        }
    }

    /**
     * An entity as it was read.
     *
     * @param <E> its type
     * @param values of all columns, as they were then
     */
    @SuppressWarnings("ArrayRecordComponent") // only handed back, never compared
    public record Loaded<E>(E entity, @Nullable Object[] values) {}

    private EntityRow(Class<E> type) throws NoSuchMethodException {
        table = Cell.nameOf(type.getSimpleName());
        constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        add(AggregateRoot.class);
        add(type);
        cells = parts.stream().flatMap(part -> part.cells().stream()).toList();
        version = cells.stream().map(Cell::name).toList().indexOf("version");
    }

    /**
     * The row of these entities.
     *
     * @param type an entity, directly below {@link AggregateRoot}
     * @throws IllegalArgumentException when it has a field of a kind that no other entity has
     */
    public static <E extends AggregateRoot> EntityRow<E> of(Class<E> type) {
        try {
            return new EntityRow<>(type);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " can't be made of a row", e);
        }
    }

    private void add(Class<?> type) throws NoSuchMethodException {
        for (Field field : type.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.isAnnotationPresent(Embedded.class)) {
                parts.add(embedded(field));
            } else if (field.isAnnotationPresent(ElementCollection.class)) {
                elsewhere.add(field);
            } else if (field.isAnnotationPresent(Column.class)) {
                parts.add(new Part(field, List.of(cell(field)), null, List.of()));
            } else if ((field.getModifiers() & NEVER_STORED) == 0) {
                throw new IllegalArgumentException(field + " says nothing of its column");
            }
        }
    }

    private static Cell cell(Field field) {
        Enumerated words = field.getAnnotation(Enumerated.class);
        if (field.getType().isEnum() && (words == null || words.value() != EnumType.STRING)) {
            throw new IllegalArgumentException(field + " is not stored as a word");
        }
        return Cell.of(field.getName(), requireNonNull(field.getAnnotation(Column.class)), field.getType());
    }

    private static Part embedded(Field field) throws NoSuchMethodException {
        List<Cell> cells = new ArrayList<>();
        List<Method> components = new ArrayList<>();
        RecordComponent[] declared = field.getType().getRecordComponents();
        Class<?>[] types = Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
        for (RecordComponent component : declared) {
            Field stored = fieldOf(field.getType(), component);
            cells.add(cell(stored));
            component.getAccessor().setAccessible(true);
            components.add(component.getAccessor());
        }
        Constructor<?> whole = field.getType().getDeclaredConstructor(types);
        whole.setAccessible(true);
        return new Part(field, List.copyOf(cells), whole, List.copyOf(components));
    }

    private static Field fieldOf(Class<?> type, RecordComponent component) {
        try {
            return type.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException("Every component of a record is a field", e);
        }
    }

    /** Its columns for a query, each under this name for the table. */
    public String columns(String alias) {
        return cells.stream().map(cell -> alias + "." + cell.name()).collect(Collectors.joining(", "));
    }

    /** How many columns it has. */
    public int width() {
        return cells.size();
    }

    /**
     * The entity of the row on which the cursor stands.
     *
     * @param first which of the row's columns is the first one of {@link #columns}, from 1
     */
    public Loaded<E> read(ResultSet row, int first) throws SQLException {
        @Nullable Object[] values = new Object[cells.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells.get(i).read(row, first + i);
        }
        return new Loaded<>(entity(values), values);
    }

    private E entity(@Nullable Object[] values) {
        try {
            E entity = constructor.newInstance();
            int from = 0;
            for (Part part : parts) {
                part.field().set(entity, part.join(values, from));
                from += part.cells().size();
            }
            for (Field field : elsewhere) {
                field.set(entity, null);
            }
            return entity;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A row of " + table + " can't be read", e);
        }
    }

    /**
     * Writes the columns that say something else now, and the next version, if the row still has the version that was read.
     *
     * @param before by the database's clock; a write that gets there later is none
     * @return false when nothing was written
     */
    public boolean write(Connection connection, Loaded<E> loaded, Instant before) throws SQLException {
        @Nullable Object[] now = values(loaded.entity());
        List<Integer> changed = new ArrayList<>();
        StringBuilder text = new StringBuilder("update ").append(table).append(" set version = version + 1");
        for (int i = 0; i < now.length; i++) {
            if (!Objects.equals(now[i], loaded.values()[i])) {
                changed.add(i);
                text.append(", ").append(cells.get(i).name()).append(" = ?");
            }
        }
        text.append(" where id = ? and version = ? and current_timestamp < ?");
        try (PreparedStatement update = connection.prepareStatement(text.toString())) {
            int at = 0;
            for (int i : changed) {
                cells.get(i).write(update, ++at, now[i]);
            }
            update.setObject(++at, loaded.entity().id());
            update.setObject(++at, loaded.values()[version]);
            update.setObject(++at, before.atOffset(ZoneOffset.UTC));
            return update.executeUpdate() == 1;
        }
    }

    private @Nullable Object[] values(E entity) {
        try {
            @Nullable Object[] values = new Object[cells.size()];
            int from = 0;
            for (Part part : parts) {
                part.split(entity, values, from);
                from += part.cells().size();
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("What stands in a row of " + table + " can't be told", e);
        }
    }
}
