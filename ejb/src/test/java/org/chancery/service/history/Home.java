package org.chancery.service.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the customer of a life is at home, which decides how sales are taxed. */
public record Home(String country, @Nullable String taxId) {

    /** Taxed at home, taxed abroad, liable themselves, and outside the union. */
    static final List<Home> ALL =
            List.of(new Home("DE", null), new Home("FR", null), new Home("FR", "FR83404833048"), new Home("US", null));
}
