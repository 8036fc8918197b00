package org.chancery.service.billing.domain;

import java.util.Map;
import java.util.Set;

/**
 * Which country counts as which for value added tax on services supplied electronically. The 27 member states as they
 * stand since the United Kingdom left.
 *
 * <p>Sales to Monaco are treated as sales to France and those to the Isle of Man as sales to the United Kingdom
 * (Article 7 of Directive 2006/112/EC). Northern Ireland belongs to the Union for goods only: a buyer there has the
 * country {@code GB} and is outside. Parts that have a country code of their own and lie outside the tax territory
 * (Åland, Réunion, Guadeloupe, Martinique, French Guiana, Mayotte) are outside as well. Parts that no country code
 * tells apart (the Canary Islands, Ceuta, Melilla, Büsingen, Heligoland, Livigno, Athos) are treated as their state.
 */
final class VatTerritory {

    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Map<String, String> TREATED_AS = Map.of("MC", "FR", "IM", "GB");

    private VatTerritory() {}

    /** The country whose rules hold in this one; most often itself. */
    static String of(String country) {
        return TREATED_AS.getOrDefault(country, country);
    }

    static boolean isInUnion(String country) {
        return UNION.contains(of(country));
    }
}
