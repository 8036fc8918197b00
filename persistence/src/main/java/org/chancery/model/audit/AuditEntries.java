package org.chancery.model.audit;

import java.util.List;
import java.util.UUID;

/** The audit trail as it is stored. Offers no way to change or remove a row. */
public interface AuditEntries {

    void add(AuditEntry entry);

    /** The newest entries of an account first, at most {@code limit}. */
    List<AuditEntry> latestOf(UUID accountId, int limit);
}
