package org.chancery.model.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class JpaPayments implements Payments {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Payment payment) {
        entities.persist(payment);
    }

    @Override
    public List<Payment> ofInvoice(UUID invoiceId) {
        return entities.createQuery(
                        "select p from Payment p where p.invoiceId = :invoice order by p.createdAt, p.id",
                        Payment.class)
                .setParameter("invoice", invoiceId)
                .getResultList();
    }
}
