package org.chancery.model.account;

import java.util.Currency;
import java.util.Locale;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * What an account says about its company. Always valid: faulty input is refused with all its faults.
 *
 * @param company the registered name; empty until a self-registered owner has typed it
 * @param email where invoices go, in its one spelling
 * @param currency of prices and invoices
 * @param country of the billing address, two letters; decides tax
 * @param timeZone an IANA name
 * @param taxId a VAT number or another tax number without blanks, or null
 * @param address the postal address, several lines, may be empty
 */
public record AccountDetails(
        String company,
        String email,
        Currency currency,
        String country,
        String timeZone,
        @Nullable String taxId,
        String address) {

    private static final int MAX_COMPANY = 200;
    private static final int MAX_TAX_ID = 32;
    private static final int MAX_ADDRESS = 1000;

    /**
     * Reads what was typed.
     *
     * @throws InvalidRequestException listing every faulty field
     */
    public static AccountDetails of(
            @Nullable String company,
            @Nullable String email,
            @Nullable String currency,
            @Nullable String country,
            @Nullable String timeZone,
            @Nullable String taxId,
            @Nullable String address) {
        FieldCheck check = new FieldCheck();
        String validCompany = check.line("company", company, MAX_COMPANY);
        check.required("email", email);
        String validEmail = check.email("email", email);
        AccountDetails details = new AccountDetails(
                validCompany,
                validEmail == null ? "" : validEmail,
                check.currency("currency", currency),
                check.country("country", country),
                check.timeZone("timeZone", timeZone == null ? "UTC" : timeZone),
                taxId(check, taxId),
                check.lines("address", address, MAX_ADDRESS));
        check.done();
        return details;
    }

    /** The same company, paying in another currency. */
    public AccountDetails payingIn(Currency other) {
        return new AccountDetails(company, email, other, country, timeZone, taxId, address);
    }

    private static @Nullable String taxId(FieldCheck check, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.replace(" ", "").toUpperCase(Locale.ROOT);
        if (text.length() > MAX_TAX_ID || !text.chars().allMatch(AccountDetails::isTaxIdCharacter)) {
            check.fault("taxId", "tax-id", "must be letters, digits and - . / + * only, at most " + MAX_TAX_ID);
        }
        return text;
    }

    private static boolean isTaxIdCharacter(int c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-./+*".indexOf(c) >= 0;
    }
}
