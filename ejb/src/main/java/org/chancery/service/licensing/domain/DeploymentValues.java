package org.chancery.service.licensing.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a deployment file is filled with. No secret is among it.
 *
 * @param server our base address
 * @param productVersion of the product, or empty when whoever deploys has to say
 * @param releaseDate of the product as YYYY-MM-DD, or empty
 */
public record DeploymentValues(
        String server,
        UUID licenseId,
        String product,
        String productVersion,
        String releaseDate,
        String deploymentId,
        String instanceName,
        String seatClass) {

    private static final int TAIL = 12;

    /** The last digits of the license's id: enough to tell the licenses of a customer apart, in names of all systems. */
    public static String tailOf(UUID licenseId) {
        String id = licenseId.toString();
        return id.substring(id.length() - TAIL);
    }

    Map<String, String> byName() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("server", server);
        values.put("product", product);
        values.put("productVersion", productVersion);
        values.put("releaseDate", releaseDate);
        values.put("deploymentId", deploymentId);
        values.put("instanceName", instanceName);
        values.put("seatClass", seatClass);
        return values;
    }
}
