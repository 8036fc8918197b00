package org.chancery.service.checkout;

import java.io.Serializable;
import java.util.UUID;

/**
 * An order that was placed by a quote.
 *
 * @param purchase the subscription or perpetual license that it bought
 * @param licenseSecret shown in answer to the order and never again
 */
public record PlacedOrder(UUID purchase, String licenseSecret) implements Serializable {

    @Override
    public String toString() {
        return "PlacedOrder[purchase=" + purchase + "]"; // the secret stays out of logs
    }
}
