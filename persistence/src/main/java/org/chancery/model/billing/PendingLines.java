package org.chancery.model.billing;

import java.util.List;
import java.util.UUID;

/** What waits for the next invoice of each subscription. */
public interface PendingLines {

    void add(PendingLine line);

    /** A subscription's lines in the order in which they came. */
    List<PendingLine> of(UUID subscriptionId);

    /** They stand on an invoice now. */
    void remove(List<PendingLine> lines);
}
