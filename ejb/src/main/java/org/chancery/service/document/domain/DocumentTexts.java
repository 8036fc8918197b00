package org.chancery.service.document.domain;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of documents, from the bundle {@code documents}, and dates and percentages that suit them. Where a language
 * has no words of its own, words, dates and amounts are English alike: 1.188 must not stand beside English words.
 */
public final class DocumentTexts {

    static final String BUNDLE = "org.chancery.service.document.documents";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final int RATE_DECIMALS = 3;

    private final ResourceBundle bundle;
    private final Locale spoken;

    private DocumentTexts(ResourceBundle bundle, Locale spoken) {
        this.bundle = bundle;
        this.spoken = spoken;
    }

    /** The words for a reader of this language. */
    public static DocumentTexts in(Locale wanted) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                wanted,
                DocumentTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        boolean english = bundle.getLocale().equals(Locale.ROOT);
        boolean asked = wanted.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new DocumentTexts(bundle, english && !asked ? Locale.UK : wanted);
    }

    /** The language of the words, with the region that decides the look of dates and amounts. */
    public Locale locale() {
        return spoken;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String text(String key) {
        return bundle.getString(key);
    }

    /** The text with {@code {name}} replaced by the value of that name. */
    public String text(String key, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(text(key));
        return matcher.replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for " + match.group() + " in " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** {@code 5 November 2026}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(spoken)
                .format(date);
    }

    /** {@code 5 Nov 2026}. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(spoken)
                .format(date);
    }

    /** {@code 19%} for 19. */
    public String percent(BigDecimal rate) {
        NumberFormat format = NumberFormat.getPercentInstance(spoken);
        format.setMaximumFractionDigits(RATE_DECIMALS);
        return format.format(rate.movePointLeft(2));
    }

    public String count(int number) {
        return NumberFormat.getIntegerInstance(spoken).format(number);
    }
}
