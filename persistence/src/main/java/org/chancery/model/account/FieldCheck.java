package org.chancery.model.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request, notes every fault and only then refuses, so that a person corrects a form once.
 * What a faulty field answers is a harmless stand-in that never gets past {@link #done}.
 */
public final class FieldCheck {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final int MAX_URL = 500;

    private final List<FieldError> errors = new ArrayList<>();

    public void fault(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }

    /** One line that may be empty: trimmed, without control characters and marks that turn the reading direction. */
    public String line(String field, @Nullable String typed, int max) {
        return text(field, typed, max, false);
    }

    /** Several lines that may be empty, such as a postal address. Line breaks become {@code \n}. */
    public String lines(String field, @Nullable String typed, int max) {
        return text(field, typed == null ? null : typed.replace("\r\n", "\n"), max, true);
    }

    /** As {@link #line}, but null when nothing was typed. */
    public @Nullable String optionalLine(String field, @Nullable String typed, int max) {
        String text = line(field, typed, max);
        return text.isEmpty() ? null : text;
    }

    public void required(String field, @Nullable String text) {
        if ((text == null || text.isBlank())
                && errors.stream().noneMatch(e -> e.field().equals(field))) {
            fault(field, "required", "must not be empty");
        }
    }

    public Currency currency(String field, @Nullable String typed) {
        try {
            Currency currency = Currency.getInstance(typed == null ? "" : typed);
            if (currency.getDefaultFractionDigits() >= 0) { // gold and test codes have none
                return currency;
            }
        } catch (IllegalArgumentException e) {
            // the fault below says what is expected
        }
        fault(field, "currency", "must be an ISO 4217 code such as EUR");
        return Currency.getInstance("EUR");
    }

    public String country(String field, @Nullable String typed) {
        if (typed == null || !COUNTRIES.contains(typed)) {
            fault(field, "country", "must be an ISO 3166 code of two letters such as DE");
            return "DE";
        }
        return typed;
    }

    public String timeZone(String field, @Nullable String typed) {
        try {
            if (typed != null && typed.length() <= 64) {
                return ZoneId.of(typed).getId();
            }
        } catch (DateTimeException e) {
            // the fault below says what is expected
        }
        fault(field, "time-zone", "must be a time zone such as Europe/Berlin");
        return "UTC";
    }

    /** An absolute http or https address, or null when nothing was typed. */
    public @Nullable String url(String field, @Nullable String typed) {
        String text = optionalLine(field, typed, MAX_URL);
        if (text != null && !isWebAddress(text)) {
            fault(field, "url", "must start with https:// or http:// and name a host");
        }
        return text;
    }

    public @Nullable String email(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (EmailAddress.parse(typed).isEmpty()) {
            fault(field, "email", "must be an e-mail address");
        }
        return EmailAddress.parse(typed).map(EmailAddress::text).orElse(null);
    }

    /** @throws InvalidRequestException listing all faults, if there are any */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private String text(String field, @Nullable String typed, int max, boolean manyLines) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > max) {
            fault(field, "too-long", "must have at most " + max + " characters");
        }
        if (text.codePoints().anyMatch(c -> isForbidden(c) && !(manyLines && c == '\n'))) {
            fault(field, "characters", "must not contain control characters");
        }
        return text;
    }

    // Control, format (bidirectional marks among them), unpaired surrogates, line and paragraph separators.
    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
