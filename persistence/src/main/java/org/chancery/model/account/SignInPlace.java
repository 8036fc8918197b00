package org.chancery.model.account;

/** Which door a sign-in code opens; a code for one does not open the other. */
public enum SignInPlace {
    PORTAL,
    CONSOLE
}
