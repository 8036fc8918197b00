package org.chancery.model.licensing;

import java.util.UUID;

/**
 * What a living instance of a license last reported.
 *
 * @param report as the instance keeps it
 */
public record ReportedUsage(UUID licenseId, String report) {

    public Usage usage() {
        return Usage.ofText(report);
    }
}
