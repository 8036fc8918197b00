package org.chancery.web.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast of the tokens in both themes, by the formula of WCAG 2. */
class TokenContrastTest {
    private static final Pattern TOKEN =
            Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9A-Fa-f]{6}), #([0-9A-Fa-f]{6})\\);");
    private static final Map<String, String> LIGHT = new HashMap<>();
    private static final Map<String, String> DARK = new HashMap<>();

    static {
        Matcher token = TOKEN.matcher(Sources.read(Sources.HOUSE.resolve("tokens.css")));
        while (token.find()) {
            LIGHT.put(token.group(1), token.group(2));
            DARK.put(token.group(1), token.group(3));
        }
    }

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource({
        "text, bg",
        "text, surface",
        "text, sunken",
        "text, hover",
        "text, accent-subtle",
        "text-2, bg",
        "text-2, surface",
        "text-2, sunken",
        "text-2, hover",
        "text-2, accent-subtle",
        "text-3, bg",
        "text-3, surface",
        "text-3, sunken",
        "text-3, hover",
        "accent-text, bg",
        "accent-text, surface",
        "accent-text, sunken",
        "accent-text, hover",
        "accent-text, accent-subtle",
        "accent-text, info-subtle",
        "accent-text, warning-subtle",
        "accent-text, danger-subtle",
        "accent-text, success-subtle",
        "on-accent, accent",
        "on-accent, accent-hover",
        "on-accent, accent-active",
        "on-accent, danger-solid",
        "on-accent, success-solid",
        "on-accent, info-solid",
        "on-accent, help-solid",
        "on-accent, secondary",
        "on-accent, secondary-hover",
        "on-accent, tooltip",
        "on-warning, warning-solid",
        "success, success-subtle",
        "success, surface",
        "warning, warning-subtle",
        "warning, surface",
        "danger, danger-subtle",
        "danger, surface",
        "info, info-subtle",
        "info, surface",
        "help, surface",
        "text, success-subtle",
        "text, warning-subtle",
        "text, danger-subtle",
        "text, info-subtle"
    })
    void text_can_be_read_in_both_themes(String text, String ground) {
        assertThat(contrast(LIGHT, text, ground)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(DARK, text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest(name = "{0} against {1}")
    @CsvSource({
        "control, surface",
        "control, bg",
        "ring, bg",
        "ring, surface",
        "ring, accent-subtle",
        "accent, bg",
        "accent-text, bg",
        "danger, surface"
    })
    void bounds_of_controls_can_be_seen_in_both_themes(String line, String ground) {
        assertThat(contrast(LIGHT, line, ground)).as("light").isGreaterThanOrEqualTo(3);
        assertThat(contrast(DARK, line, ground)).as("dark").isGreaterThanOrEqualTo(3);
    }

    private static double contrast(Map<String, String> theme, String one, String other) {
        double a = luminance(token(theme, one));
        double b = luminance(token(theme, other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String token(Map<String, String> theme, String name) {
        return Objects.requireNonNull(theme.get(name), () -> "no token " + name);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
