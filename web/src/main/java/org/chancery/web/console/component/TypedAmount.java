package org.chancery.web.console.component;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;
import org.chancery.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount as a person types it: digits with the reader's separators, perhaps with the currency before or after. It is
 * taken exactly or refused with the reason; nothing is rounded and no separator is guessed.
 *
 * @param money what was typed, or null when it was refused
 * @param fault why it was refused, or null
 */
public record TypedAmount(@Nullable Money money, @Nullable Fault fault) {

    /** What was wrong; {@link #key} names the text. */
    public enum Fault {
        MISSING("missing"),
        UNREADABLE("unreadable"),
        SEPARATORS("separators"),
        DECIMALS("decimals"),
        NOT_POSITIVE("notPositive"),
        TOO_LARGE("tooLarge");

        private final String word;

        Fault(String word) {
            this.word = word;
        }

        public String key() {
            return "console.amount." + word;
        }
    }

    private static final long MOST = 1_000_000_000_000L;
    private static final int MAX_DIGITS = 18;

    /** Reads an amount of this currency as readers of this locale write it. */
    public static TypedAmount read(@Nullable String typed, Currency currency, Locale locale) {
        String text = bare(typed == null ? "" : typed, currency, locale);
        if (text.isEmpty()) {
            return refused(Fault.MISSING);
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        char point = symbols.getDecimalSeparator();
        String grouping = spaceless(String.valueOf(symbols.getGroupingSeparator()));
        if (!text.matches("-?[0-9.,'\u2019]*[0-9][0-9.,'\u2019]*")) {
            return refused(Fault.UNREADABLE);
        }
        if (!isWellSeparated(text, point, grouping)) {
            return refused(Fault.SEPARATORS);
        }
        String plain = (grouping.isEmpty() ? text : text.replace(grouping, "")).replace(point, '.');
        return plain.length() > MAX_DIGITS ? refused(Fault.TOO_LARGE) : of(new BigDecimal(plain), currency);
    }

    private static TypedAmount of(BigDecimal amount, Currency currency) {
        if (amount.signum() <= 0) {
            return refused(Fault.NOT_POSITIVE);
        }
        BigDecimal minor = amount.movePointRight(currency.getDefaultFractionDigits());
        if (minor.stripTrailingZeros().scale() > 0) {
            return refused(Fault.DECIMALS);
        }
        if (minor.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return refused(Fault.TOO_LARGE);
        }
        return new TypedAmount(new Money(minor.longValueExact(), currency), null);
    }

    // Groups of three or none at all: 1,188.00 and 1188.00, but neither 11,88 nor 1.188,00 where the point is decimal.
    private static boolean isWellSeparated(String text, char point, String grouping) {
        String decimals = "(" + Pattern.quote(String.valueOf(point)) + "\\d+)?";
        String grouped = grouping.isEmpty() ? "" : "|\\d{1,3}(" + Pattern.quote(grouping) + "\\d{3})+" + decimals;
        return text.matches("-?(\\d+" + decimals + grouped + ")");
    }

    private static String bare(String typed, Currency currency, Locale locale) {
        String text = spaceless(typed).replace('\u2212', '-');
        for (String sign : new String[] {currency.getCurrencyCode(), currency.getSymbol(locale)}) {
            text = text.startsWith(sign) ? text.substring(sign.length()) : text;
            text = text.endsWith(sign) ? text.substring(0, text.length() - sign.length()) : text;
        }
        return text;
    }

    private static String spaceless(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static TypedAmount refused(Fault fault) {
        return new TypedAmount(null, fault);
    }
}
