import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the portal's theme from the stock sheet of PrimeFaces: every literal colour becomes a token of ours, so that one
 * sheet serves light, dark and brands. The stock sheet declares custom properties but its rules do not use them.
 *
 * <p>Run by the build as {@code java PortalTheme.java <stock theme.css> <mapping.properties> <theme.css to write>}. The
 * licence of PrimeFaces is read from beside the mapping. A colour that the mapping does not know ends the build, so that
 * an upgrade of PrimeFaces cannot slip in a stray one.
 */
public final class PortalTheme {
    private static final Pattern ROOT = Pattern.compile(":root\\s*\\{[^}]*}");
    private static final Pattern BLOCK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern DECLARATION = Pattern.compile("([a-zA-Z-]+)(\\s*:\\s*)((?:\"[^\"]*\"|'[^']*'|[^;\"'])+)");
    private static final Pattern COLOUR = Pattern.compile(
            "(?<skip>\"[^\"]*\"|'[^']*'|url\\([^)]*\\))"
                    + "|#[0-9a-fA-F]{3,8}\\b"
                    + "|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\([^)]*\\)"
                    + "|(?<![\\w-])(?:white|black|red|blue|green|gr[ae]y|silver|yellow|orange|purple|navy|teal|maroon"
                    + "|olive|lime|aqua|cyan|fuchsia|magenta|pink|brown|gold)(?![\\w-])");
    private static final Pattern DECIMAL = Pattern.compile("\\d*\\.\\d+");
    private static final Pattern STOCK_RADIUS = Pattern.compile("(?<![\\d.])4px\\b");
    private static final Set<String> TEXT =
            Set.of("color", "fill", "stroke", "caret-color", "-webkit-text-fill-color", "text-decoration-color");

    private final Map<String, String> mapping;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();
    private int replaced;

    private PortalTheme(Map<String, String> mapping) {
        this.mapping = mapping;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("expected: <stock theme.css> <mapping.properties> <theme.css to write>");
        }
        Path source = Path.of(arguments[0]);
        Path rules = Path.of(arguments[1]);
        Path target = Path.of(arguments[2]);
        try {
            PortalTheme theme = new PortalTheme(read(rules));
            String sheet = theme.translate(Files.readString(source));
            theme.report(source, rules);
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, notice(rules.resolveSibling("PRIMEFACES-LICENSE.txt")) + sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("the portal theme could not be made", e);
        }
    }

    private static Map<String, String> read(Path rules) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(rules)) {
            properties.load(reader);
        }
        Map<String, String> mapping = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> mapping.put(key, properties.getProperty(key).strip()));
        return mapping;
    }

    private static String notice(Path licence) throws IOException {
        return "/*!\nThis theme is made from the theme saga-blue of PrimeFaces; its colours were replaced.\n\n"
                + Files.readString(licence).strip() + "\n*/\n";
    }

    private String translate(String stock) {
        String sheet = stock.startsWith("\uFEFF") ? stock.substring(1) : stock;
        sheet = ROOT.matcher(sheet).replaceAll("");
        sheet = BLOCK.matcher(sheet)
                .replaceAll(block -> Matcher.quoteReplacement("{" + declarations(block.group(1)) + "}"));
        return ascii(sheet) + "\n";
    }

    private String declarations(String block) {
        return DECLARATION
                .matcher(block)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + found.group(2) + value(found.group(1).toLowerCase(Locale.ROOT), found.group(3))));
    }

    private String value(String property, String value) {
        if (property.equals("font-family") && value.contains("BlinkMacSystemFont")) return "var(--font)";
        if (property.endsWith("radius")) return STOCK_RADIUS.matcher(value).replaceAll("var(--radius)");
        return COLOUR.matcher(value).replaceAll(found -> Matcher.quoteReplacement(colour(property, found)));
    }

    private String colour(String property, MatchResult found) {
        if (found.group(1) != null) return found.group(); // a string or an address, not a colour
        String literal = normal(found.group());
        String kind = kind(property);
        for (String key : List.of(kind + "." + literal, "any." + literal)) {
            String token = mapping.get(key);
            if (token != null) {
                used.add(key);
                replaced++;
                return token;
            }
        }
        if (mapping.containsKey("keep." + literal)) {
            used.add("keep." + literal);
            return found.group();
        }
        unknown.add(kind + "." + literal + "   (" + property + ")");
        return found.group();
    }

    /** Lower case, no blanks, numbers from one up rounded: {@code rgb(12.7384, 136.93, 235.6)} is {@code rgb(13,137,236)}. */
    private static String normal(String literal) {
        String plain = literal.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return DECIMAL.matcher(plain).replaceAll(number -> {
            double parsed = Double.parseDouble(number.group());
            return parsed < 1 ? number.group() : Long.toString(Math.round(parsed));
        });
    }

    private static String kind(String property) {
        if (TEXT.contains(property)) return "text";
        if (property.startsWith("border") || property.startsWith("outline")) return "line";
        if (property.endsWith("shadow")) return "shadow";
        return "back";
    }

    /** Icons are private-use characters; written as escapes they survive whatever encoding the sheet is served with. */
    private static String ascii(String sheet) {
        StringBuilder plain = new StringBuilder(sheet.length());
        sheet.codePoints().forEach(point -> {
            if (point < 128) plain.appendCodePoint(point);
            else plain.append(String.format("\\%06x", point)); // six digits need no blank behind them
        });
        return plain.toString();
    }

    private void report(Path source, Path rules) {
        if (!unknown.isEmpty()) {
            System.err.println("PortalTheme: " + rules + " does not map these colours of " + source + ":");
            unknown.forEach(each -> System.err.println("  " + each));
            System.err.println("Give each a token there, or keep it with a reason.");
            System.exit(1);
        }
        mapping.keySet().stream()
                .filter(key -> !used.contains(key))
                .forEach(key -> System.err.println("PortalTheme: no longer needed in " + rules.getFileName() + ": " + key));
        System.out.println("PortalTheme: " + replaced + " colours are tokens now");
    }
}
