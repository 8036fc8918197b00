package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;
import org.chancery.model.platform.NotFoundException;

@ApplicationScoped
class JpaOperators implements Operators {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(Operator operator) {
        entities.persist(operator);
    }

    @Override
    public void remove(Operator operator) {
        entities.remove(operator);
    }

    @Override
    public Optional<Operator> find(UUID id) {
        return Optional.ofNullable(entities.find(Operator.class, id));
    }

    @Override
    public Optional<Operator> findByEmail(EmailAddress email) {
        return entities.createQuery("select o from Operator o where o.email = :email", Operator.class)
                .setParameter("email", email.text())
                .getResultStream()
                .findFirst();
    }

    @Override
    public Operator requireLocked(UUID id) {
        return Optional.ofNullable(entities.find(Operator.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new NotFoundException("operator", id));
    }

    @Override
    public List<Operator> all() {
        return inOrder().getResultList();
    }

    @Override
    public List<Operator> allLocked() {
        return inOrder().setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<Operator> inOrder() {
        return entities.createQuery("select o from Operator o order by o.id", Operator.class);
    }
}
