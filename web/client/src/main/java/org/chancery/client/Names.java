package org.chancery.client;

/** Names, ids and versions as the protocol takes them. */
final class Names {

    private static final int LONGEST = 128;

    private Names() {}

    static String require(String what, String name) {
        int length = name.codePointCount(0, name.length());
        if (name.isBlank() || length > LONGEST || !name.codePoints().allMatch(Names::isPrintable)) {
            throw new IllegalArgumentException(what + " takes 1 to 128 printable characters");
        }
        return name;
    }

    private static boolean isPrintable(int codePoint) {
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
}
