package org.chancery.client.token;

/** A token is not believed. */
public final class TokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final TokenRefusal refusal;

    public TokenException(TokenRefusal refusal) {
        super("Token refused: " + refusal, null, false, false);
        this.refusal = refusal;
    }

    public TokenRefusal refusal() {
        return refusal;
    }
}
