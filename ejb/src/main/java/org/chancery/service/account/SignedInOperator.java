package org.chancery.service.account;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.account.Operator;
import org.chancery.model.account.Theme;
import org.chancery.service.platform.CallerIdentity;

/**
 * An operator who proved everything that is asked for.
 *
 * @param role as on the wire: admin, billing, support or viewer
 * @param recoveryCodes the ten codes, only when the second factor was just set up: they are never shown again
 */
public record SignedInOperator(
        UUID operatorId, String email, String role, Set<String> roles, Theme theme, List<String> recoveryCodes)
        implements Serializable {

    /** The name of the caller principal. */
    public String principalName() {
        return CallerIdentity.operator(operatorId).toPrincipalName();
    }

    static SignedInOperator of(Operator operator, List<String> recoveryCodes) {
        return new SignedInOperator(
                operator.id(),
                operator.email().text(),
                RoleNames.onWire(operator.role()),
                RoleNames.of(operator.role()),
                operator.theme(),
                List.copyOf(recoveryCodes));
    }

    /** Without the recovery codes. */
    @Override
    public String toString() {
        return "SignedInOperator[" + operatorId + "]";
    }
}
