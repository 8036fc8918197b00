package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that a page asks for is there. */
class BundleTest {
    private static final Properties TEXTS = Sources.texts();
    /** Where a page names a key. The whole key only: a composed one is checked where its parts are known. */
    private static final List<Pattern> KEYS = List.of(
            Pattern.compile("msg\\['([^']+)']"),
            Pattern.compile("<house:field\\b[^>]*?\\blabel=\"([^\"#]+)\""),
            Pattern.compile("<house:field\\b[^>]*?\\bhelp=\"([^\"#]+)\""),
            Pattern.compile("<ui:param name=\"(?:title|place)\" value=\"([^\"#]+)\""));

    private static final Pattern SECTION = Pattern.compile("<house:navItem\\b[^>]*?\\bsection=\"([^\"#]+)\"");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
    private static final Pattern QUOTED_KEY = Pattern.compile("'([a-z][A-Za-z]*(?:\\.[A-Za-z0-9_]+)+\\.?)'");

    static List<Path> pages() {
        return Sources.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_key_of_a_page_has_a_text(Path page) {
        String markup = Sources.read(page);
        Set<String> keys = new TreeSet<>();
        KEYS.forEach(pattern -> pattern.matcher(markup).results().forEach(found -> keys.add(found.group(1))));
        SECTION.matcher(markup).results().forEach(found -> keys.add("nav." + found.group(1)));
        assertThat(TEXTS.stringPropertyNames()).containsAll(keys);
    }

    /** A key that an expression chooses or begins: every quoted word with a dot in it is one. */
    @ParameterizedTest
    @MethodSource("pages")
    void every_key_within_an_expression_has_a_text_or_begins_one(Path page) {
        EXPRESSION.matcher(Sources.read(page)).results().forEach(expression -> QUOTED_KEY
                .matcher(expression.group())
                .results()
                .map(quoted -> quoted.group(1))
                .forEach(key -> assertThat(TEXTS.stringPropertyNames())
                        .as("%s in %s", key, expression.group())
                        .anyMatch(name -> name.equals(key) || key.endsWith(".") && name.startsWith(key))));
    }

    /** A page that asks for a text with values by the bare key would show their placeholders. */
    @ParameterizedTest
    @MethodSource("pages")
    void a_text_that_a_page_shows_as_it_is_has_no_placeholder(Path page) {
        KEYS.forEach(pattern -> pattern.matcher(Sources.read(page)).results().forEach(found -> assertThat(
                        TEXTS.getProperty(found.group(1)))
                .as(found.group())
                .doesNotContain("{")));
    }

    @Test
    void no_key_is_given_twice() {
        Set<String> seen = new TreeSet<>();
        Matcher line = Pattern.compile("(?m)^([A-Za-z][\\w.-]*)\\s*=").matcher(Sources.read(Sources.TEXTS));
        while (line.find())
            assertThat(seen.add(line.group(1))).as(line.group(1)).isTrue();
    }

    @Test
    void no_text_is_empty_and_none_shouts() {
        TEXTS.forEach((key, text) ->
                assertThat((String) text).as((String) key).isNotBlank().doesNotContain("!"));
    }
}
