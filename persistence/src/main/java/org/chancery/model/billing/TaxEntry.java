package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
@Embeddable
public record TaxEntry(
        @Column(name = "rate", nullable = false, precision = 6, scale = 3) BigDecimal rate,
        @Column(name = "reason", length = 30) @Enumerated(EnumType.STRING) @Nullable TaxReason reason,
        @Column(name = "base", nullable = false) long base,
        @Column(name = "amount", nullable = false) long amount)
        implements Serializable {}
