package org.chancery.model.addon;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an add-on is described by, apart from its code and prices.
 *
 * @param name for people
 * @param unit what one of it is, for people, or null
 * @param requires codes of the add-ons of which each unit needs a unit too
 * @param grants what it adds
 * @param sortOrder its place among the product's add-ons, from 0
 */
public record AddOnTerms(String name, @Nullable String unit, List<String> requires, Grants grants, int sortOrder) {

    public AddOnTerms {
        requires = List.copyOf(requires);
    }
}
