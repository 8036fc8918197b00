package org.chancery.service.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.account.AccountRefusal;
import org.chancery.model.account.Operator;
import org.chancery.model.account.OperatorRole;
import org.chancery.model.account.Operators;
import org.chancery.model.account.Theme;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.notification.MailOrder;
import org.chancery.service.notification.OutboxService;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.jspecify.annotations.Nullable;

/** The vendor's staff. Somebody always administers. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class OperatorService {

    private final Operators operators;
    private final OutboxService outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final ChanceryConfig config;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OperatorService(
            Operators operators,
            OutboxService outbox,
            AuditTrail audit,
            Caller caller,
            ChanceryConfig config,
            Ids ids,
            Clock clock) {
        this.operators = operators;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OperatorService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null);
    }

    /** Everybody, the longest there first. */
    @ReadOnly
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public List<OperatorView> list() {
        return operators.all().stream().map(OperatorView::of).toList();
    }

    /**
     * Adds an operator, who is told so by mail and sets up the second factor at the first sign-in.
     *
     * @param role admin, billing, support or viewer
     * @throws InvalidRequestException naming the faulty field
     * @throws DomainException when the address belongs to an operator already
     */
    @Audited("operator.add")
    public OperatorView add(@Nullable String email, @Nullable String role) {
        EmailAddress address = EmailAddress.require("email", email);
        OperatorRole operatorRole = RoleNames.operatorRole(role);
        if (operators.findByEmail(address).isPresent()) {
            throw new DomainException(AccountRefusal.EMAIL_TAKEN, "The address belongs to an operator already");
        }
        Operator operator = new Operator(ids.next(), address, operatorRole, clock.instant());
        operators.add(operator);
        Map<String, String> values =
                Map.of("role", RoleNames.onWire(operatorRole), "link", config.baseUrl() + "/console/sign-in");
        outbox.enqueue(MailOrder.of(address, "operator-invitation", "en", values));
        audit.record("operator.add", null, operator.id(), null, RoleNames.onWire(operatorRole));
        return OperatorView.of(operator);
    }

    /** @throws DomainException when nobody would administer any more */
    @Audited("operator.role")
    public OperatorView changeRole(UUID id, @Nullable String role) {
        OperatorRole after = RoleNames.operatorRole(role);
        Operator operator = lockedAmongAll(id);
        OperatorRole before = operator.role();
        if (after != OperatorRole.ADMIN) {
            requireAdminBesides(operator);
        }
        operator.takeRole(after);
        audit.record("operator.role", null, id, RoleNames.onWire(before), RoleNames.onWire(after));
        return OperatorView.of(operator);
    }

    /**
     * Removes an operator with all tokens in that name.
     *
     * @throws DomainException when nobody would administer any more
     */
    @Audited("operator.remove")
    public void remove(UUID id) {
        Operator operator = lockedAmongAll(id);
        requireAdminBesides(operator);
        operators.remove(operator);
        audit.record("operator.remove", null, id, RoleNames.onWire(operator.role()), null);
    }

    /** For an operator who lost phone and recovery codes: the next sign-in sets up a new second factor. */
    @Audited("operator.second-factor-reset")
    public OperatorView resetSecondFactor(UUID id) {
        Operator operator = operators.requireLocked(id);
        operator.resetSecondFactor();
        outbox.enqueue(MailOrder.of(operator.email(), "second-factor-reset", "en", Map.of()));
        audit.record("operator.second-factor-reset", null, id, null, null);
        return OperatorView.of(operator);
    }

    /** How the signed-in operator wants pages to look. */
    @Audited("operator.preferences")
    @RolesAllowed(Roles.OPERATOR_VIEWER)
    public void prefer(Theme theme) {
        UUID id = caller.id().orElseThrow(() -> new NotFoundException("operator", "nobody"));
        Operator operator = operators.require(id);
        Theme before = operator.theme();
        operator.prefer(theme);
        audit.record("operator.preferences", null, id, before.name(), theme.name());
    }

    private Operator lockedAmongAll(UUID id) {
        return operators.allLocked().stream()
                .filter(operator -> operator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("operator", id));
    }

    private void requireAdminBesides(Operator leaving) {
        boolean another =
                operators.all().stream().anyMatch(operator -> operator.isAdmin() && !operator.equals(leaving));
        if (leaving.isAdmin() && !another) {
            throw new DomainException(AccountRefusal.LAST_ADMIN, "Nobody would administer any more");
        }
    }
}
