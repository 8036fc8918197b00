package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetRulesTest {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?)\\(");
    private static final Pattern USED = Pattern.compile("var\\(--([a-z0-9-]+)");
    private static final Pattern DECLARED = Pattern.compile("--([a-z0-9-]+):");
    private static final Pattern ICON = Pattern.compile("<house:icon name=\"([a-z0-9-]+)\"");
    private static final Pattern NAV_ICON = Pattern.compile("\\bicon=\"([a-z0-9-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"app.css", "controls.css"})
    void colours_are_named_in_the_tokens_only(String sheet) {
        assertThat(COLOUR.matcher(Sources.read(Sources.HOUSE.resolve(sheet))).results())
                .isEmpty();
    }

    @Test
    void every_token_that_is_used_is_declared() {
        Set<String> declared = found(DECLARED, Sources.read(Sources.HOUSE.resolve("tokens.css")));
        Set<String> used = found(USED, Sources.read(Sources.MAPPING));
        for (String sheet : new String[] {"tokens.css", "app.css", "controls.css"}) {
            used.addAll(found(USED, Sources.read(Sources.HOUSE.resolve(sheet))));
        }
        assertThat(declared).containsAll(used);
    }

    @Test
    void every_icon_that_is_named_is_in_the_sprite() {
        Set<String> present =
                found(Pattern.compile("id=\"i-([a-z0-9-]+)\""), Sources.read(Sources.HOUSE.resolve("icons.svg")));
        Set<String> named = new TreeSet<>();
        Sources.pages().forEach(page -> {
            named.addAll(found(ICON, Sources.read(page)));
            named.addAll(found(NAV_ICON, Sources.read(page).replaceAll("<p:[^>]*>", ""))); // those are PrimeIcons
        });
        assertThat(present).containsAll(named);
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) names.add(matcher.group(1));
        return names;
    }
}
