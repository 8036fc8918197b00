package org.chancery.client;

/** A process ends here, in the middle of whatever it does. No code of ours catches it. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash() {
        super("crash", null, false, false);
    }
}
