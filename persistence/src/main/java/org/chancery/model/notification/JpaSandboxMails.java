package org.chancery.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaSandboxMails implements SandboxMails {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void addOnce(SandboxMail mail) {
        if (entities.find(SandboxMail.class, mail.id()) == null) {
            entities.persist(mail);
        }
    }

    // Ids grow with the machine's time, which orders mails even while the sandbox clock stands still.
    @Override
    public List<SandboxMail> latest(Optional<EmailAddress> to, int limit) {
        return to.map(address -> entities.createQuery(
                                "select m from SandboxMail m where m.recipient = :to order by m.id desc",
                                SandboxMail.class)
                        .setParameter("to", address.text()))
                .orElseGet(
                        () -> entities.createQuery("select m from SandboxMail m order by m.id desc", SandboxMail.class))
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public int delete(Optional<EmailAddress> to) {
        return to.map(address -> entities.createQuery("delete from SandboxMail m where m.recipient = :to")
                        .setParameter("to", address.text()))
                .orElseGet(() -> entities.createQuery("delete from SandboxMail m"))
                .executeUpdate();
    }
}
