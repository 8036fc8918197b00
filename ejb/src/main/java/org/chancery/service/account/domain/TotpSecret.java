package org.chancery.service.account.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret shared with an authenticator app (RFC 6238: HMAC-SHA-1, 30 seconds, 6 digits, since that is all that every
 * app knows). Accepts the step before and after the present one, for clocks that differ a little.
 */
public final class TotpSecret {

    /** As many bytes as the hash has, as RFC 4226 recommends. */
    public static final int BYTES = 20;

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;
    private static final int DRIFT = 1;
    private static final TimeBasedOneTimePasswordGenerator GENERATOR =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS);

    private final byte[] secret;

    public TotpSecret(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * The step whose password this is, if it is one of the three that count now.
     *
     * @param typed what the operator typed; blanks are forgiven
     * @return the number of the 30-second step since 1970, so that the caller can see that each is used once
     */
    public OptionalLong stepOf(String typed, Instant now) {
        String digits = typed.replace(" ", "");
        if (digits.length() != DIGITS || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        int password = Integer.parseInt(digits);
        long present = now.getEpochSecond() / STEP.toSeconds();
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            if (passwordAt(step) == password) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as a person can type it into an app that has no camera. */
    public String asText() {
        return Base32.encode(secret);
    }

    /** What the QR code says. */
    public String uri(String issuer, String name) {
        String label = encoded(issuer) + ":" + encoded(name);
        return "otpauth://totp/" + label + "?secret=" + asText() + "&issuer=" + encoded(issuer)
                + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    /** The QR code as an SVG path of unit squares, with the side of its view box. */
    public QrImage qrImage(String issuer, String name) {
        QrCode code = QrCode.encodeText(uri(issuer, name), QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrImage(path.toString(), code.size);
    }

    /** The password of a step; tests and apps compute the same. */
    int passwordAt(long step) {
        try {
            Instant at = Instant.ofEpochSecond(step * STEP.toSeconds());
            return GENERATOR.generateOneTimePassword(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A key of bytes is a valid key", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "TotpSecret";
    }
}
