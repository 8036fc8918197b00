package org.chancery.it.harness;

/** What can become of a message and its answer on a {@link FaultyLine}. */
public enum Fault {
    /** The connection is reset before the server hears of anything. */
    RESET,
    /** The connection is reset after the server has committed. */
    ANSWER_LOST,
    /** The server has committed, and the answer comes later than anybody waits for it. */
    ANSWER_LATE,
    /** Nothing comes back, and the message arrives after newer ones. */
    MESSAGE_LATE,
    /** Arrives, is answered, and arrives once more after newer ones. */
    REPEATED_LATER,
    /** Arrives twice; the second answer counts. */
    REPEATED,
    /** A page of somebody else's, with status 200, instead of the server's answer. */
    PAGE_INSTEAD,
    /** The same after the server has committed. */
    PAGE_AFTER,
    /** 500, 502 or 503 instead of the server's answer. */
    FAULT_INSTEAD,
    /** The same after the server has committed. */
    FAULT_AFTER,
    /** A refusal that the server might give, but did not sign. */
    UNSIGNED,
    /** The connection ends in the middle of the answer. */
    TRUNCATED,
    /** An answer that was recorded earlier. */
    OLD_ANSWER,
    /** One bit of the answer is another. */
    BIT_FLIPPED
}
