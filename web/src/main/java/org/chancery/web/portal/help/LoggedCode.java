package org.chancery.web.portal.help;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code as people copy it out of a log: {@code 107}, {@code 107 fork}, {@code code=107, reason=fork} or the type of a
 * problem, {@code urn:chancery:problem:107:fork}.
 *
 * @param reason a word, or null when none was given
 */
record LoggedCode(int number, @Nullable String reason) {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{3})(?!\\d)(.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-z-]+");
    private static final int LONGEST = 300;

    /** Reads it; empty when there is no number of three digits in it. */
    static Optional<LoggedCode> read(String text) {
        Matcher number = NUMBER.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        if (!number.find()) {
            return Optional.empty();
        }
        return Optional.of(new LoggedCode(Integer.parseInt(number.group(1)), reasonIn(number.group(2))));
    }

    /** The last word that is the reason of some refusal: words such as "reason" stand before it. */
    private static @Nullable String reasonIn(String rest) {
        return WORD.matcher(rest)
                .results()
                .map(found -> found.group())
                .filter(word -> CheckAnswer.all().stream().anyMatch(answer -> word.equals(answer.reason())))
                .findFirst()
                .orElse(null);
    }
}
