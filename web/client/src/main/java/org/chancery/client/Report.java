package org.chancery.client;

import java.util.List;
import java.util.Map;

/**
 * What a check tells beside its secrets.
 *
 * @param usage how much is used, by the code of the limit
 */
public record Report(Map<String, Long> usage, List<CertificateReport> certificates) {

    /** Nothing to tell. */
    public static final Report NONE = new Report(Map.of(), List.of());

    public Report {
        usage = Map.copyOf(usage);
        certificates = List.copyOf(certificates);
    }
}
