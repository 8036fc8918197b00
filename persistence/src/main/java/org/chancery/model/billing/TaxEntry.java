package org.chancery.model.billing;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * All lines of an invoice that are taxed alike: one entry of its {@code taxes}.
 *
 * @param rate percent, three decimals
 * @param reason why the rate is zero; null for an ordinary rate
 * @param base the lines' sum in minor units, after discount and before tax; negative when more is credited than charged
 * @param amount the tax on the base, in minor units
 */
public record TaxEntry(BigDecimal rate, @Nullable TaxReason reason, long base, long amount) implements Serializable {}
