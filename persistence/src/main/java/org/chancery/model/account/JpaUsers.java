package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.notification.EmailAddress;

@ApplicationScoped
class JpaUsers implements Users {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(User user) {
        entities.persist(user);
    }

    @Override
    public void remove(User user) {
        entities.remove(user);
    }

    @Override
    public Optional<User> find(UUID id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    @Override
    public Optional<User> findByEmail(EmailAddress email) {
        return entities.createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", email.text())
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<User> of(UUID accountId) {
        return entities.createQuery("select u from User u where u.accountId = :account order by u.id", User.class)
                .setParameter("account", accountId)
                .getResultList();
    }
}
