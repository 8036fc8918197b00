package org.chancery.service.checkout;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a further year of updates costs today. Amounts are minor units.
 *
 * @param amount before tax
 * @param creditApplied how much account credit pays of it
 * @param until the last release date that is covered then, were it paid today
 */
public record UpdatesOffer(
        Currency currency, long amount, long tax, long total, long creditApplied, long amountDue, LocalDate until)
        implements Serializable {}
