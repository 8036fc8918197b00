package org.chancery.model.platform;

import jakarta.persistence.Column;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of a row and what its values are in Java.
 *
 * @param name as the database knows it
 * @param type as JDBC hands it out
 * @param sqlType as JDBC is told for null
 * @param fromDatabase makes the entity's value of JDBC's
 */
record Cell(String name, Class<?> type, int sqlType, Function<Object, Object> fromDatabase) {

    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private static final Map<Class<?>, Integer> PLAIN = Map.of(
            String.class, Types.VARCHAR,
            UUID.class, Types.OTHER,
            Integer.class, Types.INTEGER,
            Long.class, Types.BIGINT,
            Boolean.class, Types.BOOLEAN,
            LocalDate.class, Types.DATE);

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    /** @throws IllegalArgumentException for a type that none of our entities has */
    static Cell of(String member, Column column, Class<?> type) {
        String name = column.name().isEmpty() ? nameOf(member) : column.name();
        Class<?> boxed = BOXES.getOrDefault(type, type);
        if (type == Instant.class) {
            return new Cell(name, OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE, value -> ((OffsetDateTime) value)
                    .toInstant());
        }
        if (type.isEnum()) {
            Map<String, Object> words = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
            return new Cell(name, String.class, Types.VARCHAR, word -> known(words, word));
        }
        if (!PLAIN.containsKey(boxed)) {
            throw new IllegalArgumentException("A column of type " + type + " is new here: " + member);
        }
        return new Cell(name, boxed, PLAIN.get(boxed), Function.identity());
    }

    private static Object known(Map<String, Object> words, Object word) {
        Object constant = words.get(word);
        if (constant == null) {
            throw new IllegalStateException("No such word: " + word);
        }
        return constant;
    }

    /** As Hibernate's {@code CamelCaseToUnderscoresNamingStrategy} names it. */
    static String nameOf(String member) {
        return WORD.matcher(member).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    @Nullable
    Object read(ResultSet row, int at) throws SQLException {
        Object value = type == String.class ? row.getString(at) : row.getObject(at, type);
        return value == null ? null : fromDatabase.apply(value);
    }

    void write(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(at, sqlType);
        } else if (value instanceof Instant instant) {
            statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else {
            statement.setObject(at, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
