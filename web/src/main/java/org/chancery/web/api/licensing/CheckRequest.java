package org.chancery.web.api.licensing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chancery.service.licensing.CheckInstance;
import org.chancery.service.licensing.CheckInstance.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The body of a check. What is missing or malformed is told by the service, all faults together.
 *
 * @param usage how much of each limit is used there
 * @param certificates what the instance knows of its TLS certificates
 */
public record CheckRequest(
        @Nullable Integer epoch,
        @Nullable Long seq,
        @Nullable String nextSecretHash,
        @Nullable String nonce,
        @Nullable String bootId,
        @Nullable String receipt,
        @Nullable String productVersion,
        @Nullable String releaseDate,
        @Nullable Map<String, @Nullable Long> usage,
        @Nullable List<@Nullable CertificateReport> certificates,
        @Nullable Long appliedRevision,
        @Nullable Boolean restartNeeded) {

    /** No body at all. */
    static final CheckRequest NOTHING =
            new CheckRequest(null, null, null, null, null, null, null, null, null, null, null, null);

    /** What an instance knows of the certificate of one domain. */
    public record CertificateReport(
            @Nullable String domain,
            @Nullable String state,
            @Nullable String issuer,
            @Nullable Instant notBefore,
            @Nullable Instant notAfter,
            @Nullable String lastError) {

        Certificate toCertificate() {
            return new Certificate(domain, state, issuer, notBefore, notAfter, lastError);
        }
    }

    CheckInstance from(Sender sender, String instanceId) {
        return new CheckInstance(
                instanceId,
                sender.secret(),
                sender.address(),
                epoch,
                seq,
                nextSecretHash,
                nonce,
                bootId,
                receipt,
                productVersion,
                releaseDate,
                appliedRevision,
                restartNeeded,
                usage,
                certificates == null
                        ? null
                        : certificates.stream().map(CheckRequest::certificate).toList());
    }

    private static @Nullable Certificate certificate(@Nullable CertificateReport report) {
        return report == null ? null : report.toCertificate();
    }
}
