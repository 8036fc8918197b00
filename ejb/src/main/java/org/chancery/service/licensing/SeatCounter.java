package org.chancery.service.licensing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.ReportedUsage;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.licensing.SeatCount;
import org.chancery.model.licensing.Usage;
import org.chancery.service.licensing.SeatAnswer.OverLimit;
import org.chancery.service.licensing.domain.Quotas;

/** Counts taken seats, and what their holders use. Exact only under the lock of the license's row; without it, good enough to show or to warn. */
@Dependent
public class SeatCounter {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Duration USUAL_WAIT = Duration.ofHours(1);

    private final Instances instances;

    @Inject
    public SeatCounter(Instances instances) {
        this.instances = instances;
    }

    /** True when this instance, living or not yet, fits into the license beside the others. */
    boolean hasSeatFor(License license, SeatClass seatClass, UUID instanceId, Instant now) {
        return license.seats(seatClass).allowsOneMoreThan(others(license, seatClass, instanceId, now));
    }

    /** How long until the first taken seat becomes free by itself. */
    Duration waitForSeat(License license, SeatClass seatClass, Instant now) {
        return instances
                .firstSeatFreeAt(license.id(), seatClass, now)
                .map(free -> Duration.between(now, free))
                .orElse(USUAL_WAIT);
    }

    /** By how much a lowered limit is exceeded; empty when it is not, which costs no query when it never was lowered. */
    Optional<OverLimit> overLimit(License license, Instance instance, Instant now) {
        SeatClass seatClass = instance.seatClass();
        Long limit = license.seats(seatClass).count();
        Optional<Instant> until = license.overLimitUntil(seatClass);
        if (limit == null || until.isEmpty()) {
            return Optional.empty();
        }
        long used = others(license, seatClass, instance.id(), now) + 1;
        return used > limit ? Optional.of(new OverLimit(limit, used, until.get())) : Optional.empty();
    }

    /** True for the newest of too many instances. */
    boolean isSurplus(Instance instance, OverLimit overLimit, Instant now) {
        return instances.seatRank(instance, now) > overLimit.limit();
    }

    /** For each class how many seats there are and how many are taken. */
    Map<String, SeatUse> usage(License license, Instant now) {
        Map<String, SeatUse> usage = new LinkedHashMap<>();
        for (SeatClass seatClass : SeatClass.values()) {
            Serializable limit = license.seats(seatClass).toWire();
            usage.put(seatClass.word(), new SeatUse(limit, others(license, seatClass, NOBODY, now)));
        }
        return usage;
    }

    /** The same for several licenses, in one query. */
    Map<UUID, Map<String, SeatUse>> usageOf(Collection<License> licenses, Instant now) {
        List<SeatCount> counts =
                instances.countLive(licenses.stream().map(License::id).toList(), now);
        Map<UUID, Map<String, SeatUse>> usage = new HashMap<>();
        for (License license : licenses) {
            Map<String, SeatUse> own = new LinkedHashMap<>();
            for (SeatClass seatClass : SeatClass.values()) {
                long taken = counts.stream()
                        .filter(count -> count.licenseId().equals(license.id()) && count.seatClass() == seatClass)
                        .mapToLong(SeatCount::taken)
                        .sum();
                own.put(seatClass.word(), new SeatUse(license.seats(seatClass).toWire(), taken));
            }
            usage.put(license.id(), own);
        }
        return usage;
    }

    /** The limits of which its instances say they use more than there is. */
    Map<String, QuotaUse> exceededQuota(License license, Grant grant, Instant now) {
        return Quotas.exceeded(grant, reports(instances.usageOfLive(List.of(license.id()), now), license));
    }

    /** How much of each limit the instances of several licenses say they use, in one query; silent ones are left out. */
    Map<UUID, Map<String, QuotaUse>> quotaOf(Collection<License> licenses, Instant now) {
        List<ReportedUsage> all =
                instances.usageOfLive(licenses.stream().map(License::id).toList(), now);
        Map<UUID, Map<String, QuotaUse>> quota = new HashMap<>();
        for (License license : licenses) {
            List<Usage> own = reports(all, license);
            if (!own.isEmpty()) {
                quota.put(license.id(), Quotas.used(GrantJson.read(license.grantDocument()), own));
            }
        }
        return quota;
    }

    private static List<Usage> reports(List<ReportedUsage> all, License license) {
        return all.stream()
                .filter(report -> report.licenseId().equals(license.id()))
                .map(ReportedUsage::usage)
                .toList();
    }

    private long others(License license, SeatClass seatClass, UUID exceptId, Instant now) {
        return instances.countOthersLive(license.id(), seatClass, exceptId, now);
    }
}
