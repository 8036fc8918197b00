package org.chancery.service.document.adapter;

/**
 * How text is set.
 *
 * @param strong semibold instead of regular
 * @param size of the type in points
 * @param leading from one baseline to the next, in points
 * @param tone of the text
 */
record Ink(boolean strong, float size, float leading, Tone tone) {

    /** The greys of the design language on white. */
    enum Tone {
        TEXT(0x14, 0x18, 0x1F),
        SECONDARY(0x4B, 0x55, 0x63),
        LABEL(0x62, 0x6C, 0x7A),
        HAIRLINE(0xE1, 0xE5, 0xEB),
        RULE(0x85, 0x8E, 0x9D);

        private static final float FULL = 255f;
        final float red;
        final float green;
        final float blue;

        Tone(int red, int green, int blue) {
            this.red = red / FULL;
            this.green = green / FULL;
            this.blue = blue / FULL;
        }
    }

    static final Ink TITLE = new Ink(true, 20, 26, Tone.TEXT);
    static final Ink STATEMENT = new Ink(true, 11, 16, Tone.TEXT);
    static final Ink SUBTITLE = new Ink(false, 9.5f, 14, Tone.SECONDARY);
    static final Ink NAME = new Ink(true, 9.5f, 13.5f, Tone.TEXT);
    static final Ink BODY = new Ink(false, 9, 13, Tone.TEXT);
    static final Ink LABEL = new Ink(false, 9, 13, Tone.LABEL);
    static final Ink SECONDARY = new Ink(false, 9, 13, Tone.SECONDARY);
    static final Ink SELLER = new Ink(true, 8, 11.5f, Tone.SECONDARY);
    static final Ink DETAIL = new Ink(false, 8, 11.5f, Tone.LABEL);
    static final Ink DUE = new Ink(true, 11, 16, Tone.TEXT);
    static final Ink SECTION = new Ink(true, 10, 14, Tone.TEXT);
}
