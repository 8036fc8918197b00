package org.chancery.model.money;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units of one ISO 4217 currency: 1000 EUR is ten euros. Immutable; every operation is exact
 * and fails loudly on overflow ({@link ArithmeticException}) or on a second currency
 * ({@link IllegalArgumentException}). The one rounding rule of the house is {@link #share}: half up on the absolute
 * value, once.
 */
@Embeddable
public record Money(
        @Column(name = "amount", nullable = false) long minor,
        @Column(name = "currency", nullable = false, length = 3) Currency currency)
        implements Serializable, Comparable<Money> {

    /** @throws IllegalArgumentException when the code is not an ISO 4217 currency */
    public static Money ofMinor(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money add(Money other) {
        requireSameCurrency(other);
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    public Money subtract(Money other) {
        requireSameCurrency(other);
        return new Money(Math.subtractExact(minor, other.minor), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money multiply(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** The share part/whole of this amount, rounded once, half up on its absolute value: 74.985 gives 74.99. */
    public Money share(long part, long whole) {
        return new Money(shareOf(minor, part, whole), currency);
    }

    /** The same share of bare minor units, for terms that do not know their currency. */
    public static long shareOf(long minor, long part, long whole) {
        BigDecimal exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(part));
        return exact.divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP).longValueExact();
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minor, other.minor);
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot combine " + currency + " with " + other.currency);
        }
    }
}
