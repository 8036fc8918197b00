package org.chancery.model.licensing;

/** What was last done to an offline license. Whether it is over is never stored: it follows from its end and the time. */
public enum OfflineState {
    ISSUED,
    /** Given back by a return file: whoever held it never accepts it again. */
    RETURNED,
    /** Written off by the vendor's staff, because nobody has it any more. */
    LOST
}
