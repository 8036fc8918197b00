package org.chancery.service.billing.domain;

import com.helger.masterdata.vat.VATINSyntaxChecker;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells VAT ids from other tax numbers. An account may give any number; only one that has the form of a VAT id of its own
 * country takes part in reverse charge.
 */
public final class VatIds {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s./-]");
    private static final int PREFIX = 2;

    private VatIds() {}

    /**
     * True when the id has the form that this member state of the European Union gives its VAT ids: its letters first
     * ({@code EL} in Greece, {@code FR} in Monaco), then characters of the right number and kind with a fitting check
     * digit. Blanks, dots, dashes and slashes between them do not matter. Whether the id was ever issued is not asked.
     *
     * @param country two letters
     */
    public static boolean isValidForm(String country, @Nullable String taxId) {
        if (taxId == null || !VatTerritory.isInUnion(country)) {
            return false;
        }
        String id = SEPARATORS.matcher(taxId).replaceAll("").toUpperCase(Locale.ROOT);
        // The library answers true for bare letters and for countries that it does not know.
        return id.startsWith(lettersOf(country)) && id.length() > PREFIX && VATINSyntaxChecker.isValidVATIN(id);
    }

    private static String lettersOf(String country) {
        String state = VatTerritory.of(country);
        return state.equals("GR") ? "EL" : state;
    }
}
