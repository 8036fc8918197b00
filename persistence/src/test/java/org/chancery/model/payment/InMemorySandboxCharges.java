package org.chancery.model.payment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The make-believe provider's memory without a database. */
public class InMemorySandboxCharges implements SandboxCharges {

    private final Map<UUID, SandboxCharge> rows = new LinkedHashMap<>();

    @Override
    public void add(SandboxCharge charge) {
        if (rows.put(charge.paymentId(), charge) != null) {
            throw new IllegalStateException("Charged twice: " + charge.paymentId());
        }
    }

    @Override
    public Optional<SandboxCharge> find(UUID paymentId) {
        return Optional.ofNullable(rows.get(paymentId));
    }

    @Override
    public Optional<SandboxCharge> findLocked(UUID paymentId) {
        return find(paymentId);
    }

    public int size() {
        return rows.size();
    }
}
