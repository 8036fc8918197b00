package org.chancery.model.subscription;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Quantities by the add-on's code as one line of text, {@code custom-domains=2,offline-mode=1}: no code has a comma. */
public final class AddOnQuantities {

    private AddOnQuantities() {}

    public static String write(Map<String, Integer> quantities) {
        return new TreeMap<>(quantities)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
    }

    public static Map<String, Integer> read(String text) {
        Map<String, Integer> quantities = new TreeMap<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            int equals = part.indexOf('=');
            quantities.put(part.substring(0, equals), Integer.valueOf(part.substring(equals + 1)));
        }
        return quantities;
    }
}
