package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.UUID;

/**
 * What a subscription item will be: a price, agreed now, and a quantity.
 *
 * @param quantity how many units are paid
 * @param unitAmount per unit and billing period, in minor units of the subscription's currency
 */
@Embeddable
public record ItemTerms(
        @Column(name = "kind", nullable = false, length = 10) @Enumerated(EnumType.STRING) ItemKind kind,
        @Column(name = "code", nullable = false, length = 64) String code,
        @Column(name = "name", nullable = false, length = 200) String name,
        @Column(name = "quantity", nullable = false) int quantity,
        @Column(name = "price_id", nullable = false) UUID priceId,
        @Column(name = "unit_amount", nullable = false) long unitAmount)
        implements Serializable {

    /** What it costs for a whole billing period. */
    public long amount() {
        return Math.multiplyExact(unitAmount, quantity);
    }
}
