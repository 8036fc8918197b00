package org.chancery.service.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.chancery.model.audit.AuditEntries;
import org.chancery.model.audit.AuditEntry;
import org.chancery.model.platform.Ids;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.MachineTime;
import org.jspecify.annotations.Nullable;

/**
 * Records a deed in the transaction of the deed, so that neither exists without the other. States are short texts for
 * people and never hold a secret.
 */
@ApplicationScoped
public class AuditTrail {

    private final AuditEntries entries;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public AuditTrail(AuditEntries entries, Caller caller, Ids ids, @MachineTime Clock clock) {
        this.entries = entries;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    protected AuditTrail() { // the CDI proxy needs it
        this(null, null, null, null);
    }

    /**
     * @param action {@code <feature>.<verb>}, as in the method's {@code @Audited}
     * @param accountId the account it concerns, or null for things of the vendor
     * @param subject what it was done to: an id or a code
     * @param before the state before, or null when there was none
     * @param after the state after, or null when nothing is left
     */
    public void record(
            String action, @Nullable UUID accountId, Object subject, @Nullable String before, @Nullable String after) {
        entries.add(new AuditEntry(
                ids.next(), clock.instant(), caller.name(), action, accountId, subject.toString(), before, after));
    }
}
