package org.chancery.web.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a record of the wire against the schema that describes it, and all records inside it against theirs. */
final class WireType {

    private final JsonNode document;
    private final boolean request;
    private final List<String> faults;

    WireType(JsonNode document, boolean request, List<String> faults) {
        this.document = document;
        this.request = request;
        this.faults = faults;
    }

    void compare(Class<?> type, JsonNode schemaOrRef, String where) {
        JsonNode schema = resolve(schemaOrRef);
        Map<String, RecordComponent> components = components(type).collect(Collectors.toMap(WireType::nameOf, c -> c));
        Set<String> described = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(described::add);
        if (!described.equals(new TreeSet<>(components.keySet()))) {
            faults.add(where + ": the schema has " + described + ", " + type.getSimpleName() + " has "
                    + new TreeSet<>(components.keySet()));
            return;
        }
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        components.forEach((name, component) -> {
            String field = where + "." + name;
            if (isAlwaysThere(component) && !required.contains(name)) {
                faults.add(field + " is always there, but not required");
            }
            if (!request && !isAlwaysThere(component) && required.contains(name)) {
                faults.add(field + " may be absent, but is required");
            }
            compareType(component.getGenericType(), schema.path("properties").get(name), field);
        });
    }

    /** In a request only a constraint makes a field required; in an answer everything is there that may not be null. */
    private boolean isAlwaysThere(RecordComponent component) {
        if (!request) {
            return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
                .anyMatch(constraint -> component.getAccessor().isAnnotationPresent(constraint));
    }

    private void compareType(Type type, JsonNode schemaOrRef, String where) {
        JsonNode schema = resolve(schemaOrRef);
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type item = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            boolean list = Collection.class.isAssignableFrom(raw);
            require(schema, "type", list ? "array" : "object", where);
            compareType(item, schema.path(list ? "items" : "additionalProperties"), where + "[]");
        } else if (type instanceof Class<?> plain) {
            comparePlain(plain, schema, where);
        }
    }

    private void comparePlain(Class<?> type, JsonNode schema, String where) {
        if (type.isRecord() && schema.has("properties")) {
            compare(type, schema, where);
        } else if (type == String.class || type.isEnum()) {
            require(schema, "type", "string", where);
        } else if (type == UUID.class || type == Instant.class || type == LocalDate.class) {
            String format = type == UUID.class ? "uuid" : type == Instant.class ? "date-time" : "date";
            require(schema, "format", format, where);
        } else if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            require(schema, "type", "integer", where);
            require(schema, "format", type == long.class || type == Long.class ? "int64" : "int32", where);
        } else if (type == BigDecimal.class) {
            require(schema, "type", "number", where);
        } else if (type == boolean.class || type == Boolean.class) {
            require(schema, "type", "boolean", where);
        }
    }

    private void require(JsonNode schema, String keyword, String word, String where) {
        if (!schema.path(keyword).asText().equals(word)) {
            faults.add(where + ": " + keyword + " is not " + word);
        }
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? components(component.getType())
                        : Stream.of(component));
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private JsonNode resolve(JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : document.at(ref.substring(1));
    }
}
