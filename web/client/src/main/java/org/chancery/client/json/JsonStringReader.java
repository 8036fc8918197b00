package org.chancery.client.json;

/** Reads JSON strings with their escapes. */
final class JsonStringReader {

    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private final String text;
    private int at;

    JsonStringReader(String text) {
        this.text = text;
    }

    /** The string whose opening quote stands here. */
    String read(int quote) {
        at = quote + 1;
        int start = at;
        StringBuilder value = null;
        while (true) {
            char next = next();
            if (next == '"') {
                String tail = text.substring(start, at - 1);
                return whole(value == null ? tail : value.append(tail).toString());
            }
            if (next == '\\') {
                value = value == null ? new StringBuilder() : value;
                value.append(text, start, at - 1).append(escaped());
                start = at;
            } else if (next < ' ') {
                throw new JsonException("A control character at " + (at - 1));
            }
        }
    }

    /** Where the text goes on after the last string. */
    int end() {
        return at;
    }

    private char escaped() {
        char escape = next();
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new JsonException("An unknown escape at " + at);
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            char digit = next();
            int value = digit < 0x80 ? Character.digit(digit, HEX) : -1;
            if (value < 0) {
                throw new JsonException("An unknown escape at " + at);
            }
            code = code * HEX + value;
        }
        return (char) code;
    }

    private char next() {
        if (at >= text.length()) {
            throw new JsonException("Ends within a string");
        }
        return text.charAt(at++);
    }

    private static String whole(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (!pair) {
                throw new JsonException("Half a character");
            }
            i++;
        }
        return value;
    }
}
