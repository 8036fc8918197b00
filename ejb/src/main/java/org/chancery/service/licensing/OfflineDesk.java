package org.chancery.service.licensing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.chancery.model.licensing.Grant;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.InstanceEvent;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.model.licensing.InstanceEvents;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.OfflineLicense;
import org.chancery.model.licensing.OfflineLicenses;
import org.chancery.model.licensing.OfflineTerms;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.service.licensing.domain.OfflinePolicy;
import org.chancery.service.licensing.port.LeaseSigner;
import org.chancery.service.licensing.port.OfflineClaims;
import org.chancery.service.licensing.port.PaidTime;
import org.chancery.service.licensing.port.PaidTimes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs offline licenses and keeps their seats taken. The caller holds the locks of license and instance. The file is
 * signed within the transaction: no seat is lent without a file, and none is signed whose seat is not lent.
 */
@Dependent
class OfflineDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OfflineDesk.class);

    private final OfflineLicenses files;
    private final InstanceEvents events;
    private final PaidTimes paidTimes;
    private final LeaseSigner signer;
    private final Ids ids;

    @Inject
    OfflineDesk(OfflineLicenses files, InstanceEvents events, PaidTimes paidTimes, LeaseSigner signer, Ids ids) {
        this.files = files;
        this.events = events;
        this.paidTimes = paidTimes;
        this.signer = signer;
        this.ids = ids;
    }

    /**
     * Refuses what no file is issued for, whoever asks.
     *
     * @throws LicensingException when the license is not active, does not cover the release, is bound to another deployment
     *     or has no offline mode
     */
    void requireUsable(License license, LocalDate releaseDate, String deploymentId, SeatClass seatClass, Instant now) {
        license.refusalAt(now).ifPresent(refusal -> refuse(refusal, Map.of()));
        LocalDate updatesUntil = license.updatesUntil();
        if (updatesUntil != null && !license.covers(releaseDate)) {
            refuse(LicensingRefusal.VERSION_NOT_COVERED, Map.of("updatesUntil", updatesUntil.toString()));
        }
        if (!license.admits(deploymentId, seatClass)) {
            refuse(LicensingRefusal.DEPLOYMENT_MISMATCH, Map.of());
        }
        if (!isIncluded(license)) {
            refuse(LicensingRefusal.OFFLINE_NOT_INCLUDED, Map.of());
        }
    }

    private static boolean isIncluded(License license) {
        return GrantJson.read(license.grantDocument()).features().contains(OfflinePolicy.FEATURE);
    }

    /** What the license allows now, for those who wonder whether to ask. */
    OfflineOffer offer(License license, Instant now) {
        boolean endless = OfflinePolicy.terms(license, paidTimes.of(license.id()), null, now)
                .isPresent();
        Instant lentUntil = LentSeats.lentUntil(files, license.id(), now).orElse(null);
        return new OfflineOffer(isIncluded(license), endless, lentUntil, license.product());
    }

    /**
     * Signs a file for the seat, which it holds from now on.
     *
     * @param address where the wish came from, or null when a person brought it
     */
    OfflineLicense issue(License license, Instance seat, OfflineWish wish, @Nullable String address, Instant now) {
        if (!wish.binding().fits(seat)) {
            throw new InvalidRequestException("bind.value", "form", "Takes the deployment or the instance of the seat");
        }
        OfflineTerms terms = terms(license, wish, now);
        UUID id = ids.next();
        String token = signer.sign(claims(id, license, terms, wish));
        OfflineLicense file =
                new OfflineLicense(id, seat, terms, wish.binding(), wish.returnHash(), wish.nonce(), token);
        files.add(file);
        settle(seat, now);
        record(InstanceEventType.LENT, seat, address, now);
        LOG.info(
                "offline.issued license={} instance={} file={} until={}",
                license.id(),
                seat.id(),
                id,
                terms.expiresAt());
        return file;
    }

    private OfflineTerms terms(License license, OfflineWish wish, Instant now) {
        PaidTime paid = paidTimes.of(license.id());
        if (wish.ttl() == null && !paid.forEver()) {
            throw new InvalidRequestException(
                    "ttl", "required", "May be left out for what was bought once and for ever only");
        }
        return OfflinePolicy.terms(license, paid, wish.ttl(), now)
                .orElseThrow(() -> new LicensingException(LicensingRefusal.OFFLINE_NOTHING_PAID, Map.of()));
    }

    private static OfflineClaims claims(UUID id, License license, OfflineTerms terms, OfflineWish wish) {
        Grant grant = GrantJson.read(license.grantDocument());
        Map<String, Object> limits = new LinkedHashMap<>();
        grant.limits().forEach((code, limit) -> limits.put(code, limit.toWire()));
        return new OfflineClaims(
                id,
                license.product(),
                license.id(),
                terms,
                wish.binding(),
                wish.returnHash(),
                grant.updatesUntil(),
                grant.planCode(),
                limits,
                grant.features(),
                grant.addOns(),
                List.of());
    }

    /** Takes back every file that the revealed secret belongs to: whoever held them accepts none of them any more. */
    void giveBack(Instance seat, String returnHash, Instant now) {
        files.ofInstance(seat.id()).stream()
                .filter(file -> file.isReturnedBy(returnHash))
                .forEach(file -> file.giveBack(now));
        settle(seat, now);
        record(InstanceEventType.RETURNED, seat, null, now);
    }

    /** Notes that nobody has the file any more. */
    void writeOff(OfflineLicense file, Instance seat, String reason, Instant now) {
        file.writeOff(reason, now);
        settle(seat, now);
        record(InstanceEventType.LOST, seat, null, now);
    }

    /** What is left of a seat's files decides how long it is lent. */
    private void settle(Instance seat, Instant now) {
        List<OfflineLicense> holding = files.ofInstance(seat.id()).stream()
                .filter(file -> file.holdsSeatAt(now))
                .toList();
        if (holding.isEmpty()) {
            seat.endLoan();
            return;
        }
        seat.lend(
                latest(holding.stream().map(OfflineLicense::useUntil).toList()),
                latest(holding.stream().map(OfflineLicense::holdsSeatUntil).toList()));
    }

    private static Instant latest(List<Instant> instants) {
        return instants.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private void record(InstanceEventType type, Instance seat, @Nullable String address, Instant now) {
        events.add(new InstanceEvent(ids.next(), type, seat, now, address, null));
    }

    private static void refuse(LicensingRefusal refusal, Map<String, Object> details) {
        throw new LicensingException(refusal, details);
    }
}
