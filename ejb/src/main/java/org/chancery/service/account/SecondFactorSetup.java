package org.chancery.service.account;

import org.chancery.service.account.domain.QrImage;

/**
 * What an operator puts into an authenticator app.
 *
 * @param secret to type in by hand
 * @param uri what the QR code says
 */
public record SecondFactorSetup(String secret, String uri, QrImage qr) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "SecondFactorSetup";
    }
}
