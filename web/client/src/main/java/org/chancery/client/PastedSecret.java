package org.chancery.client;

/** A secret as people paste it: freed from the blanks and quotes around it. */
final class PastedSecret {

    private static final String QUOTES = "\"'`\u201c\u201d\u2018\u2019";

    private PastedSecret() {}

    static String trim(String pasted) {
        int start = 0;
        int end = pasted.length();
        while (start < end && isWrapping(pasted.charAt(start))) {
            start++;
        }
        while (end > start && isWrapping(pasted.charAt(end - 1))) {
            end--;
        }
        return pasted.substring(start, end);
    }

    private static boolean isWrapping(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || QUOTES.indexOf(c) >= 0;
    }
}
