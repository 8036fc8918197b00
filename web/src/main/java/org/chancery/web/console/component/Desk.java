package org.chancery.web.console.component;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.service.platform.Roles;
import org.chancery.web.security.SignedIn;

/** What the signed-in operator is offered. The services decide again; this only spares people a refusal. */
@Named
@RequestScoped
public class Desk {

    @Inject
    private HttpServletRequest request;

    public boolean isAdministrator() {
        return has(Roles.ADMIN);
    }

    public boolean isMayRecordPayments() {
        return has(Roles.ADMIN) || has(Roles.BILLING);
    }

    public boolean isMayOpenAccounts() {
        return isMayRecordPayments() || has(Roles.SUPPORT);
    }

    public boolean isMayManageCoupons() {
        return isMayRecordPayments();
    }

    private boolean has(String role) {
        return SignedIn.of(request).filter(user -> user.hasRole(role)).isPresent();
    }
}
