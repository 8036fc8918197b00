package org.chancery.service.account;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.chancery.service.platform.SecretHasher;
import org.jspecify.annotations.Nullable;

/** The eight digits themselves: drawn, read as typed, hashed together with the browser that they belong to. */
final class SignInCodes {

    private static final int BOUND = 100_000_000;
    private static final int DIGITS = 8;

    private SignInCodes() {}

    static String draw(SecureRandom random) {
        return String.format(Locale.ROOT, "%08d", random.nextInt(BOUND));
    }

    /** What was typed, without the blanks and dashes that people and mail programs put in; empty unless 8 digits. */
    static Optional<String> read(@Nullable String typed) {
        if (typed == null || typed.length() > 64) {
            return Optional.empty();
        }
        String digits = typed.replaceAll("[\\s\\u00a0\\u2010-\\u2015-]", "");
        boolean eight = digits.length() == DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return eight ? Optional.of(digits) : Optional.empty();
    }

    static String hash(SecretHasher hasher, String attemptHash, String code) {
        return hasher.hash("sign-in-code:" + attemptHash + ":" + code);
    }
}
