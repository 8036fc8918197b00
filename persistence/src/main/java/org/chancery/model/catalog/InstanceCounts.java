package org.chancery.model.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;

/**
 * Numbers of instances, by class.
 *
 * @param production running instances that serve
 * @param development running instances for trying things out
 */
@Embeddable
public record InstanceCounts(
        @Column(name = "production_instances", nullable = false) int production,
        @Column(name = "development_instances", nullable = false) int development)
        implements Serializable {

    public static final InstanceCounts NONE = new InstanceCounts(0, 0);

    /** What a plan includes that says nothing. */
    public static final InstanceCounts ONE_PRODUCTION = new InstanceCounts(1, 0);

    /** @throws IllegalArgumentException for a count below zero */
    public InstanceCounts {
        if (production < 0 || development < 0) {
            throw new IllegalArgumentException("Counts are never negative: " + production + ", " + development);
        }
    }

    /** Exact; @throws ArithmeticException on overflow. */
    public InstanceCounts plus(InstanceCounts other) {
        return new InstanceCounts(
                Math.addExact(production, other.production), Math.addExact(development, other.development));
    }

    /** Exact; @throws ArithmeticException on overflow. */
    public InstanceCounts times(int quantity) {
        return new InstanceCounts(Math.multiplyExact(production, quantity), Math.multiplyExact(development, quantity));
    }
}
