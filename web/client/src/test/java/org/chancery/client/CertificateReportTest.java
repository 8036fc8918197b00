package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificateReportTest {

    @Test
    void what_is_unknown_is_left_out() {
        CertificateReport report = CertificateReport.failing("a.example", "no address");
        assertThat(report.members().get("issuer")).isNull();
        assertThat(report.members()).containsEntry("state", "failing").containsEntry("lastError", "no address");
    }

    @Test
    void what_is_known_is_told() {
        CertificateReport report =
                new CertificateReport("a.example", "valid", "CN=x", Instant.EPOCH, Instant.MAX, null);
        assertThat(report.members()).containsEntry("notBefore", Instant.EPOCH).containsEntry("domain", "a.example");
    }
}
