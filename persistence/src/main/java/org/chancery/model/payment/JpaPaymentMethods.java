package org.chancery.model.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaPaymentMethods implements PaymentMethods {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(PaymentMethod method) {
        entities.persist(method);
    }

    @Override
    public Optional<PaymentMethod> find(UUID id) {
        return Optional.ofNullable(entities.find(PaymentMethod.class, id));
    }

    @Override
    public List<PaymentMethod> findAll(Collection<UUID> ids) {
        return entities.createQuery("select m from PaymentMethod m where m.id in :ids", PaymentMethod.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    @Override
    public Optional<PaymentMethod> findBySetup(String setupReference) {
        return entities.createQuery(
                        "select m from PaymentMethod m where m.setupReference = :setup", PaymentMethod.class)
                .setParameter("setup", setupReference)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<PaymentMethod> ofAccount(UUID accountId) {
        return entities.createQuery(
                        "select m from PaymentMethod m where m.accountId = :account and m.removedAt is null"
                                + " order by m.id",
                        PaymentMethod.class)
                .setParameter("account", accountId)
                .getResultList();
    }
}
