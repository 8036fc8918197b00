package org.chancery.service.account.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.model.account.FieldCheck;
import org.chancery.model.account.Seller;
import org.chancery.model.account.SettingsValues;
import org.chancery.model.account.TaxRate;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.account.SettingsDraft;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;
import org.iban4j.UnsupportedCountryException;
import org.jspecify.annotations.Nullable;

/** Reads what an operator typed into the settings; answers valid values or every fault at once. */
public final class SettingsCheck {

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/_-]{0,15}");
    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 1000;
    private static final int MAX_TAX_ID = 32;
    private static final int MAX_RATES = 500;
    private static final int MAX_LOGO_BYTES = 256 * 1024;
    private static final int MAX_WIRE_DAYS = 90;
    private static final Duration LONGEST_DELAY = Duration.ofDays(90);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    private final FieldCheck check = new FieldCheck();

    private SettingsCheck() {}

    /**
     * @param present what holds now: a part that the draft leaves out stays; a seller or list that is there replaces the
     *     whole
     * @throws InvalidRequestException listing every faulty field
     */
    public static SettingsValues merge(SettingsDraft draft, SettingsValues present) {
        return new SettingsCheck().values(draft, present);
    }

    private SettingsValues values(SettingsDraft draft, SettingsValues present) {
        Seller seller = draft.seller() == null ? present.seller() : seller(draft.seller());
        List<TaxRate> rates = draft.taxRates() == null ? present.taxRates() : rates(draft.taxRates());
        SettingsValues values = new SettingsValues(
                seller,
                rates,
                prefix(draft.invoicePrefix(), present.invoicePrefix()),
                wireDays(draft.wireDays(), present.wireDays()),
                draft.selfRegistration() == null ? present.selfRegistration() : draft.selfRegistration(),
                delay(draft.settlementDelay(), present.settlementDelay()));
        check.done();
        return values;
    }

    private Seller seller(SettingsDraft.SellerDraft typed) {
        String address = check.lines("seller.address", typed.address(), MAX_ADDRESS);
        return new Seller(
                check.optionalLine("seller.name", typed.name(), MAX_NAME),
                address.isEmpty() ? null : address,
                isBlank(typed.country()) ? null : check.country("seller.country", typed.country()),
                check.optionalLine("seller.taxId", typed.taxId(), MAX_TAX_ID),
                iban(typed.iban()),
                bic(typed.bic()),
                check.email("seller.email", typed.email()),
                logo(typed.logo()),
                check.url("seller.termsUrl", typed.termsUrl()));
    }

    private @Nullable String iban(@Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        String text = withoutBlanks(typed);
        try {
            IbanUtil.validate(text);
        } catch (Iban4jException e) { // format, check digits and unknown country alike
            check.fault("seller.iban", "iban", "must be a valid IBAN");
        }
        return text;
    }

    private @Nullable String bic(@Nullable String typed) {
        if (isBlank(typed)) {
            return null;
        }
        String text = withoutBlanks(typed);
        try {
            BicUtil.validate(text);
        } catch (BicFormatException | UnsupportedCountryException e) {
            check.fault("seller.bic", "bic", "must be a valid BIC");
        }
        return text;
    }

    private @Nullable String logo(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!isImage(typed, "data:image/png;base64,", PNG) && !isImage(typed, "data:image/jpeg;base64,", JPEG)) {
            check.fault("seller.logo", "logo", "must be a PNG or JPEG of at most 256 KiB as a data URI");
            return null;
        }
        return typed;
    }

    // The first bytes are looked at, because the label of a data URI is only a claim.
    private static boolean isImage(String uri, String label, byte[] magic) {
        if (!uri.startsWith(label) || uri.length() > label.length() + MAX_LOGO_BYTES / 3 * 4 + 4) {
            return false;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(uri.substring(label.length()));
            return bytes.length > magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private List<TaxRate> rates(List<SettingsDraft.@Nullable TaxRateDraft> typed) {
        List<TaxRate> rates = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (typed.size() > MAX_RATES) {
            check.fault("taxRates", "too-many", "must be at most " + MAX_RATES);
            return rates;
        }
        for (int i = 0; i < typed.size(); i++) {
            String field = "taxRates[" + i + "]";
            SettingsDraft.TaxRateDraft one = typed.get(i);
            TaxRate rate = one == null ? null : rate(field + ".", one);
            if (one == null) {
                check.fault(field, "required", "must not be null");
            } else if (rate != null && !seen.add(rate.country() + rate.from())) {
                check.fault(field, "duplicate", "must be the only rate of this country and day");
            } else if (rate != null) {
                rates.add(rate);
            }
        }
        return rates;
    }

    /**
     * One rate to go with those that are there.
     *
     * @throws InvalidRequestException listing every faulty field
     */
    public static TaxRate oneMore(SettingsDraft.TaxRateDraft typed, List<TaxRate> present) {
        return new SettingsCheck().one(typed, present);
    }

    private TaxRate one(SettingsDraft.TaxRateDraft typed, List<TaxRate> present) {
        TaxRate rate = rate("", typed);
        if (rate != null && present.stream().anyMatch(rate::startsWith)) {
            check.fault("from", "duplicate", "must be the only rate of this country and day");
        }
        if (present.size() >= MAX_RATES) {
            check.fault("country", "too-many", "must be at most " + MAX_RATES);
        }
        check.done();
        return Objects.requireNonNull(rate); // or a fault was noted
    }

    /** @param prefix of the fields' names in faults */
    private @Nullable TaxRate rate(String prefix, SettingsDraft.TaxRateDraft typed) {
        String country = check.country(prefix + "country", typed.country());
        BigDecimal rate = typed.rate();
        LocalDate from = typed.from();
        boolean isRate = TaxRate.isRate(rate);
        boolean isDay = from != null && from.getYear() >= 1900 && from.getYear() <= 2999;
        if (!isRate) {
            check.fault(prefix + "rate", "rate", "must be a percentage from 0 to 100 with at most three decimals");
        }
        if (!isDay) {
            check.fault(prefix + "from", "date", "must be a day such as 2026-01-01");
        }
        return rate != null && isRate && from != null && isDay ? new TaxRate(country, rate, from) : null;
    }

    private String prefix(@Nullable String typed, String present) {
        if (typed == null) {
            return present;
        }
        if (!PREFIX.matcher(typed).matches()) {
            check.fault(
                    "invoicePrefix", "prefix", "must be 1 to 16 letters, digits, / _ or -, a letter or digit first");
        }
        return typed;
    }

    private int wireDays(@Nullable Integer typed, int present) {
        if (typed == null) {
            return present;
        }
        if (typed < 1 || typed > MAX_WIRE_DAYS) {
            check.fault("wireDays", "range", "must be 1 to " + MAX_WIRE_DAYS);
        }
        return typed;
    }

    private Duration delay(@Nullable Long seconds, Duration present) {
        if (seconds == null) {
            return present;
        }
        if (seconds < 0 || seconds > LONGEST_DELAY.toSeconds()) {
            check.fault("settlementDelay", "range", "must be 0 to " + LONGEST_DELAY.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }

    private static boolean isBlank(@Nullable String typed) {
        return typed == null || typed.isBlank();
    }

    private static String withoutBlanks(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
