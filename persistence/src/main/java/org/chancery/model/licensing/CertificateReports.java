package org.chancery.model.licensing;

import java.util.Map;

/**
 * What an instance says of all its certificates.
 *
 * @param byDomain by the domain's name
 * @param digest of all that, base64url(SHA-256), so that an unchanged report is recognised without reading the last one
 */
public record CertificateReports(Map<String, CertificateReport> byDomain, String digest) {

    public CertificateReports {
        byDomain = Map.copyOf(byDomain);
    }
}
