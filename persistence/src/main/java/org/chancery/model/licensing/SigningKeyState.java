package org.chancery.model.licensing;

/** The life of a signing key. In each of them it is published. */
public enum SigningKeyState {
    /** Waits until everybody who verifies knows it. */
    NEXT,
    SIGNING,
    /** Verifies what it signed. */
    RETIRED
}
