package org.chancery.service.catalog.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.chancery.model.platform.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a document, field by field, and holds the checks that fields of every sort share. A check
 * answers what it read, or empty after noting the fault.
 */
final class Faults {

    static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    static final int MAX_NAME = 200;
    // A broken document of 2 MiB can hold a fault every few bytes; nobody reads more than these.
    private static final int MAX_FAULTS = 200;

    private final List<FieldError> errors = new ArrayList<>();

    List<FieldError> all() {
        return List.copyOf(errors);
    }

    void add(String path, String code, String message) {
        if (errors.size() < MAX_FAULTS) {
            errors.add(new FieldError(path, code, message));
        }
    }

    <T> Optional<T> required(String path, @Nullable T value) {
        if (value == null) {
            add(path, "required", "is missing");
        }
        return Optional.ofNullable(value);
    }

    Optional<String> code(String path, @Nullable String value) {
        return required(path, value).filter(code -> {
            if (CODE.matcher(code).matches()) {
                return true;
            }
            add(path, "form", "must match " + CODE.pattern());
            return false;
        });
    }

    /** A code that none before it in the same scope has. */
    Optional<String> uniqueCode(String path, @Nullable String value, Set<String> scope) {
        return code(path, value).filter(code -> {
            if (scope.add(code)) {
                return true;
            }
            add(path, "duplicate", "is there already");
            return false;
        });
    }

    void name(String path, @Nullable String value) {
        required(path, value).ifPresent(name -> {
            if (name.isBlank()) {
                add(path, "required", "must not be blank");
            } else {
                text(path, name);
            }
        });
    }

    void text(String path, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.length() > MAX_NAME) {
            add(path, "length", "has at most " + MAX_NAME + " characters");
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            add(path, "form", "must not contain control characters");
        }
    }

    void range(String path, @Nullable Number value, long min, long max) {
        if (value != null && (value.longValue() < min || value.longValue() > max)) {
            add(path, "range", "must be from " + min + " to " + max);
        }
    }

    <T> Optional<T> word(String path, @Nullable String value, Function<String, Optional<T>> known, String message) {
        if (value == null) {
            return Optional.empty();
        }
        Optional<T> meaning = known.apply(value);
        if (meaning.isEmpty()) {
            add(path, "unknown", message);
        }
        return meaning;
    }

    /** The elements, or none when there are too many to look at. */
    <T> List<T> elements(String path, @Nullable List<T> list, int max) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > max) {
            add(path, "length", "has at most " + max + " elements");
            return List.of();
        }
        return list;
    }

    /** A list of codes, each once. */
    void codes(String path, @Nullable List<String> list, int max) {
        Set<String> seen = new HashSet<>();
        List<String> codes = elements(path, list, max);
        for (int i = 0; i < codes.size(); i++) {
            uniqueCode(path + "[" + i + "]", codes.get(i), seen);
        }
    }
}
