package org.chancery.client;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the instance knows of the TLS certificate of one of its domains. The private key never leaves the instance.
 *
 * @param state a word, such as {@code valid} or {@code failing}
 * @param lastError why the last attempt to obtain it failed, or null
 */
public record CertificateReport(
        String domain,
        String state,
        @Nullable String issuer,
        @Nullable Instant notBefore,
        @Nullable Instant notAfter,
        @Nullable String lastError) {

    /** The report of a certificate that is in use. */
    public static CertificateReport valid(String domain, X509Certificate certificate) {
        return new CertificateReport(
                domain,
                "valid",
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                null);
    }

    /** The report of a domain whose certificate could not be obtained. */
    public static CertificateReport failing(String domain, String error) {
        return new CertificateReport(domain, "failing", null, null, null, error);
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("domain", domain);
        members.put("state", state);
        members.put("issuer", issuer);
        members.put("notBefore", notBefore);
        members.put("notAfter", notAfter);
        members.put("lastError", lastError);
        return members;
    }
}
