package org.chancery.service.account;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.chancery.model.account.RateScope;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;

/** Turns what the counting steps answer into refusals, and repeats a step that lost the race for a first row. */
@ApplicationScoped
class RateGuard {

    private final SignInStepService steps;

    @Inject
    RateGuard(SignInStepService steps) {
        this.steps = steps;
    }

    @SuppressWarnings("NullAway")
    protected RateGuard() { // the CDI proxy needs it
        this(null);
    }

    /** @throws DomainException 113 with {@code retryAfter} when there were too many */
    public void count(RateScope scope, String subject) {
        passOrRefuse(twice(() -> steps.count(scope, subject)));
    }

    /** @throws DomainException 113 with {@code retryAfter} when there were too many */
    public void begin(SignInStepService.Beginning beginning) {
        passOrRefuse(twice(() -> steps.begin(beginning)));
    }

    static DomainException tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new DomainException(
                CommonRefusal.TOO_MANY_REQUESTS, "Allowed again in " + seconds + " s", Map.of("retryAfter", seconds));
    }

    private static void passOrRefuse(Optional<Duration> wait) {
        if (wait.isPresent()) {
            throw tooMany(wait.get());
        }
    }

    // Two first requests for one subject both insert its row; one of them fails on the unique key and finds it then.
    private static <T> T twice(Supplier<T> step) {
        try {
            return step.get();
        } catch (EJBException e) {
            return step.get();
        }
    }
}
