package org.chancery.model.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.UUID;

/**
 * An item as a change wants it.
 *
 * @param itemId the id it has already when it stays as it is, else the id it will have, under which it may be billed before
 */
@Embeddable
public record PlannedItem(
        @Column(name = "item_id", nullable = false) UUID itemId,
        @Column(name = "kind", nullable = false, length = 10) @Enumerated(EnumType.STRING) ItemKind kind,
        @Column(name = "code", nullable = false, length = 64) String code,
        @Column(name = "name", nullable = false, length = 200) String name,
        @Column(name = "quantity", nullable = false) int quantity,
        @Column(name = "price_id", nullable = false) UUID priceId,
        @Column(name = "unit_amount", nullable = false) long unitAmount)
        implements Serializable {

    public static PlannedItem of(UUID itemId, ItemTerms terms) {
        return new PlannedItem(
                itemId,
                terms.kind(),
                terms.code(),
                terms.name(),
                terms.quantity(),
                terms.priceId(),
                terms.unitAmount());
    }

    /** What it is to be. */
    public ItemTerms terms() {
        return new ItemTerms(kind, code, name, quantity, priceId, unitAmount);
    }
}
