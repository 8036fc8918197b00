package org.chancery.service.document.domain;

import java.text.Normalizer;

/**
 * What is left of a text when it is printed. Nothing here is ever markup; this only takes out what could move letters
 * about: control characters, marks that turn the direction of writing, halves of characters.
 */
public final class PrintedText {

    private static final int NOT_A_CHARACTER = 0xFFFE; // and 0x..FFFF, in each plane

    private PrintedText() {}

    /** One line of what is to be read: white space becomes one blank, invisible characters go. */
    public static String line(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (isBreak(c) || c == ' ') {
                if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                    clean.append(' ');
                }
            } else if (isVisible(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    /** What XML 1.0 can carry of one line: the text as it is, without characters that XML forbids. */
    public static String xml(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isBreak(c)) {
                clean.append(' ');
            } else if (!Character.isISOControl(c) && isWhole(c)) {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString().strip();
    }

    private static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && isWhole(c);
    }

    private static boolean isWhole(int c) {
        return Character.getType(c) != Character.SURROGATE && (c & NOT_A_CHARACTER) != NOT_A_CHARACTER;
    }
}
