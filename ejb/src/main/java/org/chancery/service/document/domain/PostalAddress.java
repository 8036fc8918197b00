package org.chancery.service.document.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An address as machines want it. People type lines; only where a country writes the postcode in front of the town on the
 * last line are these two told apart, everywhere else all lines stay lines.
 *
 * @param lines at most three; what is longer is joined on the third
 * @param postcode null when it can't be told from the rest
 * @param town null when it can't be told from the rest
 */
public record PostalAddress(List<String> lines, @Nullable String postcode, @Nullable String town) {

    private static final int MAX_LINES = 3;
    private static final Set<String> POSTCODE_FIRST = Set.of(
            "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "LI", "LT", "LU",
            "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK");
    private static final Pattern TOWN =
            Pattern.compile("(?:[A-Z]{1,2}-)?(\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3} \\d{2}|\\d{4,6}) (\\p{L}.{0,98})");

    /** Reads what was typed, line by line; empty lines don't count. */
    public static PostalAddress of(String typed, String country) {
        List<String> lines = new ArrayList<>(printedLines(typed));
        String postcode = null;
        String town = null;
        if (lines.size() > 1 && POSTCODE_FIRST.contains(country)) {
            Matcher last = TOWN.matcher(lines.get(lines.size() - 1));
            if (last.matches()) {
                postcode = last.group(1);
                town = last.group(2);
                lines.remove(lines.size() - 1);
            }
        }
        if (lines.size() > MAX_LINES) {
            String rest = String.join(", ", lines.subList(MAX_LINES - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, MAX_LINES - 1));
            lines.add(rest);
        }
        return new PostalAddress(List.copyOf(lines), postcode, town);
    }

    /** The lines as they are printed. */
    public static List<String> printedLines(String typed) {
        return typed.lines()
                .map(PrintedText::xml)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }
}
