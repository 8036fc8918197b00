package org.chancery.service.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Operator;

/**
 * An operator as the console and the management API show one.
 *
 * @param role admin, billing, support or viewer
 * @param secondFactor whether one is set up
 */
public record OperatorView(
        UUID id, String email, String role, boolean secondFactor, int recoveryCodesLeft, Instant createdAt)
        implements Serializable {

    static OperatorView of(Operator operator) {
        return new OperatorView(
                operator.id(),
                operator.email().text(),
                RoleNames.onWire(operator.role()),
                operator.hasSecondFactor(),
                operator.recoveryCodesLeft(),
                operator.createdAt());
    }
}
