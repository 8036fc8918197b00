package org.chancery.service.licensing;

import java.util.UUID;
import org.chancery.model.licensing.InstanceReport;
import org.chancery.model.licensing.RotationMessage;
import org.jspecify.annotations.Nullable;

/**
 * A check whose form is in order.
 *
 * @param receipt a token that may be one of our leases, or null
 */
public record SeatCheck(
        UUID instanceId, RotationMessage message, String nonce, @Nullable String receipt, InstanceReport report) {}
