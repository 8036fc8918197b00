package org.chancery.model.billing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Lines that wait for an invoice, without a database. */
public class InMemoryPendingLines implements PendingLines {

    private final List<PendingLine> rows = new ArrayList<>();

    @Override
    public void add(PendingLine line) {
        rows.add(line);
    }

    @Override
    public List<PendingLine> of(UUID subscriptionId) {
        return rows.stream()
                .filter(line -> line.subscriptionId().equals(subscriptionId))
                .sorted(Comparator.comparing(PendingLine::id))
                .toList();
    }

    @Override
    public void remove(List<PendingLine> lines) {
        rows.removeAll(lines);
    }
}
