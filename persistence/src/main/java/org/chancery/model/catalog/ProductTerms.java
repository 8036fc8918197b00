package org.chancery.model.catalog;

import java.util.Set;

/**
 * What a product is described by, apart from its code.
 *
 * @param name for people
 * @param proration how the rest of a period is counted
 * @param cancellation which ways to cancel its customers have; may be empty
 * @param sortOrder its place in the catalog, from 0
 */
public record ProductTerms(String name, ProrationUnit proration, Set<CancellationMode> cancellation, int sortOrder) {

    public ProductTerms {
        cancellation = Set.copyOf(cancellation);
    }
}
