package org.chancery.service.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpSecretTest {

    private final TotpSecret secret = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** Appendix B of RFC 6238, the last six digits. */
    @ParameterizedTest(name = "at {0} the password is {1}")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void it_computes_what_every_app_computes(long second, String password) {
        assertThat(secret.stepOf(password, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest(name = "{0} s away: accepted {1}")
    @CsvSource({"-31, false", "-30, true", "0, true", "29, true", "59, true", "60, false"})
    void a_clock_may_differ_by_one_step(long away, boolean accepted) {
        Instant step = Instant.ofEpochSecond(1_111_111_110L);
        assertThat(secret.stepOf("050471", step.plusSeconds(away)).isPresent()).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "28708", "2870820", "28708a", "-87082", "+87082", "\u0662\u0668\u0667\u0660\u0668\u0662"})
    void anything_but_six_digits_is_no_password(String typed) {
        assertThat(secret.stepOf(typed, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void blanks_are_forgiven() {
        assertThat(secret.stepOf("287 082", Instant.ofEpochSecond(59))).hasValue(1);
    }

    @Test
    void an_app_can_read_it() {
        assertThat(secret.asText()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(secret.uri("Chancery", "ops+1@example.org"))
                .isEqualTo("otpauth://totp/Chancery:ops%2B1%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Chancery&algorithm=SHA1&digits=6&period=30");
        QrImage image = secret.qrImage("Chancery", "ops@example.org");
        assertThat(image.path()).startsWith("M0 0h1v1h-1zM1 0h1v1h-1z"); // the finder in the corner
        assertThat(image.size()).isBetween(21, 177);
    }

    @Test
    void it_never_shows_itself_by_accident() {
        assertThat(secret.toString()).isEqualTo("TotpSecret");
    }
}
