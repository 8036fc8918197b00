package org.chancery.model.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One limit by its code, such as 500 devices.
 *
 * @param code what is limited
 * @param amount the number, or null for unlimited
 */
@Embeddable
public record FeatureLimit(
        @Column(name = "code", nullable = false, length = 64) String code,
        @Column(name = "amount") @Nullable Long amount)
        implements Serializable {

    public FeatureLimit(String code, Limit limit) {
        this(code, limit.number());
    }

    public Limit limit() {
        return new Limit(amount);
    }
}
