package org.chancery.service.sandbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.chancery.model.platform.DomainException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.model.sandbox.SandboxTimes;
import org.chancery.service.platform.BusinessClock;
import org.chancery.service.platform.ChanceryConfig;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;

/** Reads and sets the sandbox's clock. Open to everybody there, because a sandbox holds nothing to protect. */
@Stateless
@PermitAll
public class SandboxClockService {

    /** The clock is one for all: two journeys at once would overtake each other. Other nodes only follow it. */
    private static final ReentrantLock JOURNEY = new ReentrantLock(true);

    private final SandboxTimes times;
    private final BusinessClock clock;
    private final ChanceryConfig config;
    private final SandboxStopService stops;
    private final Instance<DueWork> works;

    @Inject
    public SandboxClockService(
            SandboxTimes times,
            BusinessClock clock,
            ChanceryConfig config,
            SandboxStopService stops,
            @Any Instance<DueWork> works) {
        this.times = times;
        this.clock = clock;
        this.config = config;
        this.stops = stops;
        this.works = works;
    }

    @SuppressWarnings("NullAway")
    public SandboxClockService() { // the EJB proxy needs it
        this(null, null, null, null, null);
    }

    /** @throws NotFoundException in production */
    @ReadOnly
    public Instant now() {
        requireSandbox();
        return clock.instant();
    }

    /**
     * Stops the clock at this instant, or moves the stopped clock there. On the way it stops wherever something falls due
     * and has it done, in order of time, without any cap. One journey at a time.
     *
     * @param instant is kept in whole microseconds, as the databases do
     * @return where the clock stands now
     * @throws NotFoundException in production
     * @throws DomainException when the instant lies before what the clock shows
     */
    @Unaudited("every stop is audited")
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Instant moveTo(Instant instant) {
        requireSandbox();
        Instant target = instant.truncatedTo(ChronoUnit.MICROS);
        JOURNEY.lock();
        try {
            if (!target.isBefore(clock.instant())) {
                travel(target);
            }
            stops.stopAt(target);
        } finally {
            JOURNEY.unlock();
        }
        return target;
    }

    private void travel(Instant target) {
        Optional<Stop> stop = first(target);
        while (stop.isPresent()) {
            if (stop.get().at().isAfter(clock.instant())) {
                stops.stopAt(stop.get().at());
            }
            stop.get().work().run();
            stop = first(target);
        }
    }

    private Optional<Stop> first(Instant until) {
        return works.stream()
                .flatMap(work -> work.next(until).map(at -> new Stop(work, at)).stream())
                .min(Comparator.comparing(Stop::at));
    }

    /** Where the clock stops on its way, and who works there. */
    private record Stop(DueWork work, Instant at) {}

    /** Puts the clock to where it stood before a restart, or where another node has put it since. */
    @ReadOnly
    public void restore() {
        if (config.isSandbox()) {
            times.get().stoppedAt().ifPresent(clock::followTo);
        }
    }

    private void requireSandbox() {
        if (!config.isSandbox()) {
            throw new NotFoundException("sandbox", "clock");
        }
    }
}
