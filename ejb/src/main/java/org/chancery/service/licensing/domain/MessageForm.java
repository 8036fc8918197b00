package org.chancery.service.licensing.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.model.licensing.RotationMessage;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.FieldError;
import org.chancery.model.platform.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one message and collects what is wrong with them, so that all faults are named together. A field
 * that is wrong reads as some harmless value; ask {@link #requireValid} before using any.
 */
public final class MessageForm {

    private static final int LONGEST_NAME = 128;
    private static final int DATE_LENGTH = 10;
    // 16 to 64 bytes are 22 to 86 characters; some encoders pad
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{22,86}={0,2}");

    private final List<FieldError> errors = new ArrayList<>();

    /** True when no field so far was wrong. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /** Throws when any field so far was wrong.
     *
     * @throws InvalidRequestException naming every fault
     */
    public void requireValid() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    /** A name, id or version: 1 to 128 printable characters. */
    public String name(String field, @Nullable String text) {
        return name(field, text, LONGEST_NAME);
    }

    String name(String field, @Nullable String text, int longest) {
        if (text == null) {
            return missing(field);
        }
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > longest) {
            return wrong(field, "length", "Takes 1 to " + longest + " characters");
        }
        if (text.isBlank() || !text.codePoints().allMatch(MessageForm::isPrintable)) {
            return wrong(field, "form", "Takes printable characters only");
        }
        return text;
    }

    /** As {@link #name}, but may be absent. */
    public @Nullable String optionalName(String field, @Nullable String text) {
        return text == null ? null : name(field, text);
    }

    public String hash(String field, @Nullable String text) {
        if (text == null) {
            return missing(field);
        }
        return RotationMessage.isHash(text)
                ? text
                : wrong(field, "form", "Takes the 43 characters of base64url(SHA-256(secret))");
    }

    /** As {@link #hash}, but may be absent. */
    public @Nullable String optionalHash(String field, @Nullable String text) {
        return text == null ? null : hash(field, text);
    }

    /** How long something lasts, in whole seconds; null when it was not said. */
    public @Nullable Duration seconds(String field, @Nullable Long seconds, Duration shortest, Duration longest) {
        if (seconds == null) {
            return null;
        }
        if (seconds < shortest.toSeconds() || seconds > longest.toSeconds()) {
            wrong(field, "range", "Takes " + shortest.toSeconds() + " to " + longest.toSeconds());
            return null;
        }
        return Duration.ofSeconds(seconds);
    }

    /** What a file is good for: {@code deployment} or {@code instance}, and which. */
    public OfflineBinding binding(String field, @Nullable String type, @Nullable String value) {
        boolean known = type == null || type.equals(OfflineBinding.DEPLOYMENT) || type.equals(OfflineBinding.INSTANCE);
        String kind =
                known ? name(field + ".type", type) : wrong(field + ".type", "form", "Takes deployment or instance");
        return new OfflineBinding(kind, name(field + ".value", value));
    }

    public String nonce(String field, @Nullable String text) {
        if (text == null) {
            return missing(field);
        }
        return NONCE.matcher(text).matches() ? text : wrong(field, "form", "Takes 16 to 64 random bytes as base64url");
    }

    public LocalDate date(String field, @Nullable String text) {
        if (text == null) {
            missing(field);
            return LocalDate.EPOCH;
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            // named below, as every other fault
        }
        wrong(field, "form", "Takes a date as YYYY-MM-DD");
        return LocalDate.EPOCH;
    }

    /** As {@link #date}, but may be absent. */
    public @Nullable LocalDate optionalDate(String field, @Nullable String text) {
        return text == null ? null : date(field, text);
    }

    public SeatClass seatClass(String field, @Nullable String text) {
        if (text == null) {
            missing(field);
            return SeatClass.PRODUCTION;
        }
        return SeatClass.ofWord(text).orElseGet(() -> {
            wrong(field, "form", "Takes production or development");
            return SeatClass.PRODUCTION;
        });
    }

    /** A whole number that must be there and not lie below the lowest. */
    public long number(String field, @Nullable Number number, long lowest) {
        if (number == null) {
            missing(field);
            return lowest;
        }
        if (number.longValue() < lowest) {
            wrong(field, "range", "Takes " + lowest + " or more");
        }
        return number.longValue();
    }

    /** A lease's length in seconds, or null for the plan's. */
    public @Nullable Integer leaseSeconds(String field, @Nullable Integer seconds) {
        if (seconds != null) {
            number(field, seconds, LeasePolicy.SHORTEST_REQUEST_SECONDS);
        }
        return seconds;
    }

    static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private String missing(String field) {
        return wrong(field, "required", "Is required");
    }

    String wrong(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
        return "";
    }
}
