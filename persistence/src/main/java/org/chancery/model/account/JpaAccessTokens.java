package org.chancery.model.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaAccessTokens implements AccessTokens {

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public void add(AccessToken token) {
        entities.persist(token);
    }

    @Override
    public Optional<AccessToken> find(UUID id) {
        return Optional.ofNullable(entities.find(AccessToken.class, id));
    }

    @Override
    public Optional<AccessToken> findLive(String tokenHash) {
        return entities.createQuery(
                        "select t from AccessToken t where t.tokenHash = :hash and t.revokedAt is null",
                        AccessToken.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<AccessToken> findAny(String tokenHash) {
        return entities.createQuery("select t from AccessToken t where t.tokenHash = :hash", AccessToken.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void remove(AccessToken token) {
        entities.remove(token);
        entities.flush(); // Hibernate inserts before it deletes; a new token with this hash may follow
    }

    @Override
    public void noteUse(AccessToken token, Instant now) {
        entities.createQuery("update AccessToken t set t.lastUsedAt = :now"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt <= :longAgo)")
                .setParameter("now", now)
                .setParameter("id", token.id())
                .setParameter("longAgo", now.minus(AccessToken.USE_NOTED_EVERY))
                .executeUpdate();
    }

    @Override
    public List<AccessToken> liveOfAccount(UUID accountId) {
        return entities.createQuery(
                        "select t from AccessToken t where t.accountId = :owner and t.revokedAt is null order by t.id",
                        AccessToken.class)
                .setParameter("owner", accountId)
                .getResultList();
    }

    @Override
    public List<AccessToken> liveOfOperator(UUID operatorId) {
        return entities.createQuery(
                        "select t from AccessToken t where t.operatorId = :owner and t.revokedAt is null order by t.id",
                        AccessToken.class)
                .setParameter("owner", operatorId)
                .getResultList();
    }
}
