package org.chancery.model.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PessimisticLockException;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class JpaJobRuns implements JobRuns {

    private static final String UNIQUE_VIOLATION = "23505";

    @PersistenceContext(unitName = "chancery")
    private EntityManager entities;

    @Override
    public boolean exists(Job job) {
        return entities.find(JobRun.class, job.code()) != null;
    }

    @Override
    public boolean add(JobRun run) {
        entities.persist(run);
        try {
            entities.flush();
            return true;
        } catch (ConstraintViolationException e) {
            // By the standard's state: the kind that Hibernate names is missing when PostgreSQL refuses a batch.
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw e;
            }
            return false;
        } catch (LockTimeoutException | PessimisticLockException e) {
            return false; // the only lock that an insert waits for is the one on its key
        }
    }

    @Override
    public boolean claim(JobClaim claim) {
        return entities.createQuery("update JobRun r set r.owner = :owner, r.startedAt = :now, r.heldUntil = :until"
                                + " where r.job = :job and (r.heldUntil is null or r.heldUntil <= :now)"
                                + " and (r.last.startedAt is null or r.last.failure is not null"
                                + " or r.last.startedAt <= :wakeUp)")
                        .setParameter("owner", claim.owner())
                        .setParameter("now", claim.startedAt())
                        .setParameter("until", claim.heldUntil())
                        .setParameter("job", claim.job().code())
                        .setParameter("wakeUp", claim.wakeUp())
                        .executeUpdate()
                == 1;
    }

    @Override
    public Optional<JobRun> findHeldLocked(JobClaim claim) {
        return Optional.ofNullable(entities.find(JobRun.class, claim.job().code(), LockModeType.PESSIMISTIC_WRITE))
                .filter(run -> run.isHeldBy(claim));
    }

    @Override
    public List<JobRun> list() {
        return entities.createQuery("select r from JobRun r", JobRun.class).getResultList();
    }
}
