package org.chancery.model.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Payment methods without a database. */
public class InMemoryPaymentMethods implements PaymentMethods {

    private final Map<UUID, PaymentMethod> rows = new LinkedHashMap<>();

    @Override
    public void add(PaymentMethod method) {
        rows.put(method.id(), method);
    }

    @Override
    public Optional<PaymentMethod> find(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<PaymentMethod> findAll(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public Optional<PaymentMethod> findBySetup(String setupReference) {
        return rows.values().stream()
                .filter(method ->
                        method.setupReference().filter(setupReference::equals).isPresent())
                .findFirst();
    }

    @Override
    public List<PaymentMethod> ofAccount(UUID accountId) {
        return rows.values().stream()
                .filter(method -> method.accountId().equals(accountId) && !method.isRemoved())
                .toList();
    }
}
