import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Makes a language that nobody speaks from the English texts: each text is accented, a good deal longer and stands in
 * brackets. What a page shows without brackets is no text of a bundle, and what breaks at this length would break in
 * German. The sandbox speaks it on request, as {@code en-XA}.
 *
 * <p>Run by the build as {@code java PseudoLocale.java <texts.properties> <texts_en_XA.properties to write>}. Placeholders
 * of MessageFormat stay as they are, the branches of a choice are translated.
 */
public final class PseudoLocale {
    private static final String PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz";
    private static final String ACCENTED = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵÝýŽž";
    private static final String FILLER = "lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod";
    private static final int SHORT = 10;

    private PseudoLocale() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected: <texts.properties> <texts_en_XA.properties to write>");
        }
        Properties texts = new Properties();
        Path target = Path.of(arguments[1]);
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            texts.load(reader);
            Properties pseudo = new Properties();
            for (Map.Entry<Object, Object> text : texts.entrySet()) {
                pseudo.setProperty((String) text.getKey(), pseudo((String) text.getValue()));
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, sorted(pseudo));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pseudo(String text) {
        int room = text.length() <= SHORT ? text.length() : text.length() * 2 / 5;
        String filler = room < 4 ? "" : " " + FILLER.substring(0, Math.min(room, FILLER.length())).strip();
        return "⟦" + accented(text) + accented(filler) + "⟧";
    }

    /** Accents what people read and copies every placeholder. */
    private static String accented(String text) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            if (text.charAt(at) == '{') {
                int end = endOfPlaceholder(text, at);
                out.append(placeholder(text.substring(at, end)));
                at = end;
            } else {
                int letter = PLAIN.indexOf(text.charAt(at));
                out.append(letter < 0 ? text.charAt(at) : ACCENTED.charAt(letter));
                at++;
            }
        }
        return out.toString();
    }

    private static int endOfPlaceholder(String text, int start) {
        int depth = 0;
        for (int at = start; at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("A placeholder does not end: " + text);
    }

    /** As it is, but for {@code {0,choice,1#one month|1<{0} months}}: there the words after the limits are texts. */
    private static String placeholder(String placeholder) {
        int words = placeholder.indexOf(",choice,") + ",choice,".length();
        if (words < ",choice,".length()) {
            return placeholder;
        }
        String[] branches = placeholder.substring(words, placeholder.length() - 1).split("\\|");
        StringBuilder out = new StringBuilder(placeholder.substring(0, words));
        for (int i = 0; i < branches.length; i++) {
            int limit = branches[i].replace('<', '#').replace('≤', '#').indexOf('#') + 1;
            out.append(i == 0 ? "" : "|").append(branches[i], 0, limit).append(accented(branches[i].substring(limit)));
        }
        return out.append('}').toString();
    }

    /** Without the time that the JDK writes into a comment, so that the same texts make the same file. */
    private static String sorted(Properties texts) throws IOException {
        StringWriter written = new StringWriter();
        texts.store(written, null);
        return written.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
