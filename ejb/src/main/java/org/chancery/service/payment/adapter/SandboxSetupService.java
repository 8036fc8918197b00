package org.chancery.service.payment.adapter;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.payment.SandboxSetup;
import org.chancery.model.payment.SandboxSetups;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.payment.adapter.SandboxTokens.Behaviour;
import org.chancery.service.payment.port.AttachedMethod;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;

/**
 * The page on which the sandbox's provider asks for a card. Open to everybody who knows its address, as a provider's page
 * needs no sign-in of ours; what was chosen is only given to the account that opened it.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SandboxSetupService {

    private final SandboxSetups setups;
    private final ChanceryConfig config;
    private final Ids ids;

    @Inject
    public SandboxSetupService(SandboxSetups setups, ChanceryConfig config, Ids ids) {
        this.setups = setups;
        this.config = config;
        this.ids = ids;
    }

    @SuppressWarnings("NullAway")
    public SandboxSetupService() { // the EJB proxy needs it
        this(null, null, null);
    }

    /** @return the page's address */
    @Unaudited("the make-believe provider is not ours")
    public String open(UUID accountId, String returnAddress) {
        SandboxSetup setup = new SandboxSetup(ids.next(), accountId, returnAddress);
        setups.add(setup);
        return config.baseUrl() + "/sandbox/setup/" + setup.id();
    }

    /** @throws NotFoundException when there is no such visit, and in production */
    @ReadOnly
    public SandboxVisit view(UUID setupId) {
        requireSandbox(setupId);
        return SandboxVisit.of(setups.require(setupId));
    }

    /**
     * The customer typed a test number, an IBAN or a token. A second choice changes nothing.
     *
     * @throws InvalidRequestException naming {@code token} when it stands for nothing
     * @throws NotFoundException when there is no such visit, and in production
     */
    @Unaudited("the make-believe provider is not ours")
    public SandboxVisit choose(UUID setupId, String typed) {
        requireSandbox(setupId);
        String reference = SandboxTokens.canonical(typed);
        if (SandboxTokens.find(reference).isEmpty()) {
            throw new InvalidRequestException("token", "unknown", "No test number or token");
        }
        SandboxSetup setup = setups.requireLocked(setupId);
        setup.choose(reference);
        return SandboxVisit.of(setup);
    }

    /**
     * The customer leaves without choosing.
     *
     * @throws NotFoundException when there is no such visit, and in production
     */
    @Unaudited("the make-believe provider is not ours")
    public SandboxVisit turnBack(UUID setupId) {
        requireSandbox(setupId);
        SandboxSetup setup = setups.requireLocked(setupId);
        setup.turnBack();
        return SandboxVisit.of(setup);
    }

    /**
     * What was chosen.
     *
     * @throws NotFoundException when there is no such visit, or another account opened it
     */
    @ReadOnly
    public Optional<AttachedMethod> outcome(UUID accountId, String setupId) {
        SandboxSetup setup = setups.find(idOf(setupId))
                .filter(found -> found.accountId().equals(accountId))
                .orElseThrow(() -> new NotFoundException("sandbox setup", setupId));
        return setup.methodReference().map(SandboxSetupService::attached);
    }

    private static AttachedMethod attached(String reference) {
        Behaviour method = SandboxTokens.find(reference)
                .orElseThrow(() -> new IllegalStateException("Chosen without a meaning: " + reference));
        return new AttachedMethod(method.type(), reference, method.brand(), method.last4());
    }

    private void requireSandbox(UUID setupId) {
        if (!config.isSandbox()) {
            throw new NotFoundException("sandbox setup", setupId);
        }
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("sandbox setup", text);
        }
    }
}
