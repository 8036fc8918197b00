package org.chancery.model.billing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The tax of one rate on an invoice.
 *
 * @param rate percent with three decimals
 * @param reason why there is none, or null for a plain rate
 * @param base what is taxed, in minor units after discount
 * @param amount the tax in minor units
 */
@Embeddable
public record InvoiceTax(
        @Column(name = "rate", nullable = false, precision = 6, scale = 3) BigDecimal rate,
        @Column(name = "reason", length = 30) @Enumerated(EnumType.STRING) @Nullable TaxReason reason,
        @Column(name = "base", nullable = false) long base,
        @Column(name = "amount", nullable = false) long amount)
        implements Serializable {}
