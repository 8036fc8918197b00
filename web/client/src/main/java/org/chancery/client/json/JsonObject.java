package org.chancery.client.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object and its typed members. A member that is absent or of another type is an error where it is required,
 * and null where it may be absent; a JSON null counts as absent.
 *
 * @param members in the order of the text: texts, {@code Long}, {@code BigDecimal}, {@code Boolean}, lists, objects
 */
public record JsonObject(Map<String, Object> members) {

    /**
     * Reads exactly one object.
     *
     * @throws JsonException for anything else
     */
    public static JsonObject parse(byte[] utf8) {
        return object(JsonReader.read(JsonReader.decode(utf8)), "");
    }

    /** The same, of a text.
     *
     * @throws JsonException for anything else
     */
    public static JsonObject parse(String text) {
        return object(JsonReader.read(text), "");
    }

    public Set<String> names() {
        return members.keySet();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public String text(String name) {
        return required(name, optionalText(name));
    }

    public @Nullable String optionalText(String name) {
        return typed(name, String.class);
    }

    /** A whole number within the range of a long. */
    public long number(String name) {
        return required(name, optionalNumber(name));
    }

    public @Nullable Long optionalNumber(String name) {
        return typed(name, Long.class);
    }

    /** False when absent. */
    public boolean flag(String name) {
        Boolean value = typed(name, Boolean.class);
        return value != null && value;
    }

    public JsonObject object(String name) {
        return required(name, optionalObject(name));
    }

    public @Nullable JsonObject optionalObject(String name) {
        Object value = members.get(name);
        return value == null ? null : object(value, name);
    }

    /** The texts of a list; empty when absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw wrongType(name);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** The objects of a list; empty when absent. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(object(element, name));
        }
        return List.copyOf(objects);
    }

    private List<?> list(String name) {
        List<?> list = typed(name, List.class);
        return list == null ? List.of() : list;
    }

    @SuppressWarnings("unchecked") // the reader makes no other maps
    private static JsonObject object(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject((Map<String, Object>) map);
        }
        throw wrongType(name);
    }

    private <T> @Nullable T typed(String name, Class<T> type) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw wrongType(name);
        }
        return type.cast(value);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new JsonException("Member " + name + " is missing");
        }
        return value;
    }

    private static JsonException wrongType(String name) {
        return new JsonException("Member " + name + " has the wrong type");
    }

    /** Names only: values may be secret. */
    @Override
    public String toString() {
        return "JsonObject" + members.keySet();
    }
}
