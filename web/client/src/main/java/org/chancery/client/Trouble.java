package org.chancery.client;

/** Why the last exchange brought nothing. None of these touches a lease. */
public enum Trouble {
    /** Nothing came back, or not from the server: a timeout, a proxy's page, a broken connection. */
    UNREACHABLE,
    /** The server has a fault of its own. */
    SERVER_ERROR,
    /** The server asks to wait. */
    TOO_MANY_REQUESTS,
    /** The server does not understand this client. */
    NOT_UNDERSTOOD,
    /** The answer is not signed by a key that is trusted, or answers another question. */
    NOT_TRUSTED,
    /** No public key of the server is known yet. */
    NO_KEYS,
    /** There is no license secret yet. */
    NO_SECRET,
    /** The state can not be read or written, or another process has it, so nothing may be asked. */
    STATE_NOT_USABLE,
    /** A fault of this client; its log says more. */
    FAULT
}
