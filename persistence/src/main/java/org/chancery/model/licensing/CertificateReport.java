package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an instance says of the TLS certificate of one of its domains.
 *
 * @param state a word of the instance, such as {@code valid} or {@code failing}
 * @param issuer who signed it, or null when there is none
 * @param lastError why the last attempt to get one failed, or null
 */
@Embeddable
public record CertificateReport(
        @Column(name = "state", nullable = false, length = 128) String state,
        @Column(name = "issuer", length = LONGEST_TEXT) @Nullable String issuer,
        @Column(name = "not_before") @Nullable Instant notBefore,
        @Column(name = "not_after") @Nullable Instant notAfter,
        @Column(name = "last_error", length = LONGEST_TEXT) @Nullable String lastError)
        implements Serializable {

    /** How much is kept of an issuer and of an error. */
    public static final int LONGEST_TEXT = 512;
}
