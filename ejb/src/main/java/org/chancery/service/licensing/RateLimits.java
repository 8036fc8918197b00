package org.chancery.service.licensing;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.CommonRefusal;
import org.chancery.model.platform.DomainException;

/** The limits behind code 113. They follow the machine's clock, in the sandbox too. */
@Dependent
public class RateLimits {

    static final int CHECKS = 60;
    static final Duration CHECK_WINDOW = Duration.ofMinutes(10);
    private static final int WRONG_SECRETS = 5;
    private static final int ACTIVATIONS = 120;
    private static final int REPORTED_COPIES = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final CallCountService calls;

    @Inject
    public RateLimits(CallCountService calls) {
        this.calls = calls;
    }

    /**
     * Counts a license secret that does not exist. Only misses are counted, so a correct call is never limited by its
     * address.
     *
     * @throws DomainException with code 113 beyond the limit
     */
    void countWrongLicenseSecret(String address) {
        require(hit(licenseSecretFrom(address), WRONG_SECRETS));
    }

    /**
     * Counts a check secret that the instance does not have. Each instance counts for itself: many honest ones may
     * stand behind one address.
     *
     * @throws DomainException with code 113 beyond the limit
     */
    void countWrongCheckSecret(String address, String instance) {
        require(hit(checkSecretFrom(address, instance), WRONG_SECRETS));
    }

    /** @throws DomainException with code 113 beyond the limit */
    void countActivation(UUID licenseId) {
        require(hit(activationOf(licenseId), ACTIVATIONS));
    }

    /**
     * Refuses a license secret that does not exist from an address that has used up its misses, and counts nothing: for
     * messages that are malformed as well, since having to wait comes first.
     *
     * @throws DomainException with code 113 beyond the limit
     */
    void requireRoomForWrongLicenseSecret(String address) {
        require(calls.waitingTime(licenseSecretFrom(address), WRONG_SECRETS, MINUTE));
    }

    /** The same for a check secret that the instance does not have. */
    void requireRoomForWrongCheckSecret(String address, String instance) {
        require(calls.waitingTime(checkSecretFrom(address, instance), WRONG_SECRETS, MINUTE));
    }

    /** The same for activations of a license. */
    void requireRoomForActivation(UUID licenseId) {
        require(calls.waitingTime(activationOf(licenseId), ACTIVATIONS, MINUTE));
    }

    private static String licenseSecretFrom(String address) {
        return "license-secret:" + address;
    }

    private static String checkSecretFrom(String address, String instance) {
        return "check-secret:" + address + ":" + instance;
    }

    private static String activationOf(UUID licenseId) {
        return "activation:" + licenseId;
    }

    /** False when this copy was reported often enough just now. */
    boolean mayReportCopy(String address, UUID instanceId) {
        return hit("copy:" + address + ":" + instanceId, REPORTED_COPIES).isEmpty();
    }

    /** The refusal of somebody who has to wait. */
    static DomainException tooMany(Duration wait) {
        return new DomainException(
                CommonRefusal.TOO_MANY_REQUESTS, "Limit reached, wait " + wait, Map.of("retryAfter", seconds(wait)));
    }

    /** Whole seconds, rounded up: who waits so long is never too early. */
    static long seconds(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }

    private static void require(Optional<Duration> wait) {
        wait.ifPresent(duration -> {
            throw tooMany(duration);
        });
    }

    private Optional<Duration> hit(String subject, int limit) {
        try {
            return calls.hit(subject, limit, MINUTE);
        } catch (EJBException e) {
            return calls.hit(subject, limit, MINUTE); // another first hit won; now the row is there
        }
    }
}
