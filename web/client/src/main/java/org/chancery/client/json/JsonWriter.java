package org.chancery.client.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON. Members that are null are left out. */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";
    private static final int HALF_BYTE = 4;
    private static final int LOW_HALF = 0xf;

    private final StringBuilder out = new StringBuilder(1024);

    private JsonWriter() {}

    /**
     * The text of an object.
     *
     * @param members texts, whole numbers, booleans, lists and maps of such, or null
     */
    public static String write(Map<String, ? extends @Nullable Object> members) {
        JsonWriter writer = new JsonWriter();
        writer.object(members);
        return writer.out.toString();
    }

    /** The same as UTF-8. */
    public static byte[] bytes(Map<String, ? extends @Nullable Object> members) {
        return write(members).getBytes(StandardCharsets.UTF_8);
    }

    private void object(Map<?, ?> members) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            Object value = member.getValue();
            if (value != null) {
                separate(first);
                first = false;
                string(member.getKey().toString());
                out.append(':');
                value(value);
            }
        }
        out.append('}');
    }

    private void list(Collection<?> elements) {
        out.append('[');
        boolean first = true;
        for (Object element : elements) {
            separate(first);
            first = false;
            value(element);
        }
        out.append(']');
    }

    private void separate(boolean first) {
        if (!first) {
            out.append(',');
        }
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Collection<?> list) {
            list(list);
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            string(value.toString());
        }
    }

    private void string(String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i);
                escape(c);
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u00").append(HEX.charAt(c >> HALF_BYTE)).append(HEX.charAt(c & LOW_HALF));
        }
    }
}
