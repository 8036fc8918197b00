package org.chancery.service.account.domain;

import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Ten codes for the day the phone is gone: 50 random bits each, without letters that look alike. */
public final class RecoveryCodes {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz123456789";
    private static final int COUNT = 10;
    private static final int HALF = 5;

    private RecoveryCodes() {}

    /** Ten different codes of the form {@code abcde-fghjk}. */
    public static List<String> draw(SecureRandom random) {
        Set<String> codes = new LinkedHashSet<>();
        while (codes.size() < COUNT) {
            codes.add(half(random) + "-" + half(random));
        }
        return List.copyOf(codes);
    }

    /** The one spelling of what was typed: dashes and blanks do not matter, nor does the case. */
    public static String normalised(String typed) {
        return typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }

    private static String half(SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < HALF; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
