package org.chancery.client.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one JSON value: no duplicate names, no trailing text, no lone surrogates, nothing too deep or too long. */
final class JsonReader {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONG_DIGITS = 20;
    private static final char END = '\uffff';

    private final String text;
    private final JsonStringReader strings;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
        this.strings = new JsonStringReader(text);
    }

    static @Nullable Object read(String text) {
        JsonReader reader = new JsonReader(text);
        reader.skipBlanks();
        Object value = reader.value();
        reader.skipBlanks();
        if (reader.at < text.length()) {
            throw reader.malformed();
        }
        return value;
    }

    static String decode(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("Not UTF-8");
        }
    }

    private @Nullable Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        enter();
        if (!opensEmpty('}')) {
            do {
                skipBlanks();
                String name = string();
                if (!names.add(name)) {
                    throw new JsonException("A name repeats at " + at);
                }
                skipBlanks();
                expect(':');
                skipBlanks();
                Object value = value();
                if (value != null) {
                    members.put(name, value);
                }
            } while (goesOn('}'));
        }
        depth--;
        return members;
    }

    private List<Object> list() {
        List<Object> elements = new ArrayList<>();
        enter();
        if (!opensEmpty(']')) {
            do {
                skipBlanks();
                Object value = value();
                if (value == null) {
                    throw new JsonException("A list holds null");
                }
                elements.add(value);
            } while (goesOn(']'));
        }
        depth--;
        return elements;
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw new JsonException("Nested too deeply");
        }
    }

    private boolean opensEmpty(char closing) {
        skipBlanks();
        if (peek() == closing) {
            at++;
            return true;
        }
        return false;
    }

    private boolean goesOn(char closing) {
        skipBlanks();
        char next = peek();
        if (next == ',') {
            at++;
            return true;
        }
        expect(closing);
        return false;
    }

    private String string() {
        if (peek() != '"') {
            throw malformed();
        }
        String value = strings.read(at);
        at = strings.end();
        return value;
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return meaning;
    }

    private Object number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean whole = !fraction() & !exponent();
        String number = text.substring(start, at);
        if (number.length() > LONGEST_NUMBER) {
            throw new JsonException("A number is too long");
        }
        return whole ? wholeNumber(number) : new BigDecimal(number);
    }

    private boolean fraction() {
        if (peek() != '.') {
            return false;
        }
        at++;
        digits();
        return true;
    }

    private boolean exponent() {
        if (peek() != 'e' && peek() != 'E') {
            return false;
        }
        at++;
        if (peek() == '+' || peek() == '-') {
            at++;
        }
        digits();
        return true;
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
    }

    private Object wholeNumber(String number) {
        try {
            return number.length() > LONG_DIGITS ? new BigDecimal(number) : (Object) Long.parseLong(number);
        } catch (NumberFormatException e) {
            return new BigDecimal(number); // too large for a long, so whoever wants a long refuses it
        }
    }

    private void skipBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            at++;
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private JsonException malformed() {
        return new JsonException("Malformed at character " + at);
    }
}
