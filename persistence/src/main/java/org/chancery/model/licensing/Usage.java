package org.chancery.model.licensing;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How much of its limits an instance says it uses.
 *
 * @param amounts by the code of the limit, sorted; never negative
 */
public record Usage(SortedMap<String, Long> amounts) implements Serializable {

    /** Nothing was said. */
    public static final Usage NONE = new Usage(new TreeMap<>());

    /** How many limits a report may name. */
    public static final int MOST_CODES = 32;

    /** The largest amount of one limit; sums of thousands of them still fit into a long. */
    public static final long MOST = 1_000_000_000_000_000L;

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final String NEXT = "\n";
    private static final char IS = '='; // neither occurs in a code

    /** @throws IllegalArgumentException when a code or an amount is not one */
    public Usage {
        if (!amounts.keySet().stream().allMatch(Usage::isCode)
                || amounts.values().stream().anyMatch(amount -> amount < 0 || amount > MOST)) {
            throw new IllegalArgumentException("Not codes and amounts: " + amounts);
        }
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    public static Usage of(Map<String, Long> amounts) {
        return new Usage(new TreeMap<>(amounts));
    }

    /** True for the form that codes of limits have. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** The same usage always gives the same text. */
    String toText() {
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey() + IS + entry.getValue())
                .collect(Collectors.joining(NEXT));
    }

    static Usage ofText(String text) {
        SortedMap<String, Long> amounts = new TreeMap<>();
        for (String line : text.isEmpty() ? new String[0] : text.split(NEXT, -1)) {
            int at = line.indexOf(IS);
            amounts.put(line.substring(0, at), Long.valueOf(line.substring(at + 1)));
        }
        return new Usage(amounts);
    }
}
