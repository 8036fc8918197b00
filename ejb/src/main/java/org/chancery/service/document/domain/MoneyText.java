package org.chancery.service.document.domain;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts of one currency as readers of one language expect them, with a true minus sign. */
public final class MoneyText {

    private static final String MINUS = "\u2212";

    private final Locale locale;
    private final Currency currency;

    public MoneyText(Locale locale, Currency currency) {
        this.locale = locale;
        this.currency = currency;
    }

    /** {@code €1,188.00}. */
    public String amount(long minor) {
        return written(NumberFormat.getCurrencyInstance(locale), minor);
    }

    /** {@code 1,188.00}, for a column whose head names the currency. */
    public String number(long minor) {
        return written(NumberFormat.getNumberInstance(locale), minor);
    }

    /** The amount in whole units, for machines: {@code 1188.00}. */
    public static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    /** How many decimals the currency has; none for one that has no minor unit. */
    public static int decimals(Currency currency) {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }

    // Languages put a minus in four places and draw it in three ways; ours stands in front.
    private String written(NumberFormat format, long minor) {
        format.setCurrency(currency);
        format.setMinimumFractionDigits(decimals(currency));
        format.setMaximumFractionDigits(decimals(currency));
        String absolute = format.format(decimal(minor, currency).abs());
        return minor < 0 ? MINUS + absolute : absolute;
    }
}
