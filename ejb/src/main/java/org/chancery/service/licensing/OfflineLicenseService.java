package org.chancery.service.licensing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.Instances;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.License;
import org.chancery.model.licensing.Licenses;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.licensing.OfflineLicense;
import org.chancery.model.licensing.OfflineLicenses;
import org.chancery.model.licensing.OfflineState;
import org.chancery.model.platform.Ids;
import org.chancery.model.platform.InvalidRequestException;
import org.chancery.model.platform.NotFoundException;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.licensing.domain.MessageForm;
import org.chancery.service.licensing.domain.OfflinePolicy;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.Caller;
import org.chancery.service.platform.PageOf;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Roles;
import org.chancery.service.platform.SecretGenerator;
import org.jspecify.annotations.Nullable;

/** Offline licenses as people deal with them: asked for by a request file, listed, given back, written off. */
@Stateless
@RolesAllowed({Roles.OWNER, Roles.MEMBER, Roles.ADMIN, Roles.SUPPORT})
public class OfflineLicenseService {

    private static final String KIND = "offline license";
    private static final String NOBODYS = "nobody_";

    private final Licenses licenses;
    private final Instances instances;
    private final OfflineLicenses files;
    private final OfflineDesk desk;
    private final SeatCounter seats;
    private final SecretGenerator secrets;
    private final Caller caller;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public OfflineLicenseService(
            Licenses licenses,
            Instances instances,
            OfflineLicenses files,
            OfflineDesk desk,
            SeatCounter seats,
            SecretGenerator secrets,
            Caller caller,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.licenses = licenses;
        this.instances = instances;
        this.files = files;
        this.desk = desk;
        this.seats = seats;
        this.secrets = secrets;
        this.caller = caller;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @SuppressWarnings("NullAway")
    public OfflineLicenseService() { // the EJB proxy needs it
        this(null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * Signs a file for a site that can't reach us. The same request gives the same file while that lives.
     *
     * @param request what the site wrote, as JSON or as base64url of it
     * @param ttl in seconds; null for a file that never ends
     * @throws NotFoundException when there is no such license, or it is another's
     * @throws InvalidRequestException naming what is wrong with the request
     * @throws LicensingException when the license grants no such file, or has no free seat
     */
    @Audited("offline-license.issue")
    public OfflineLicenseView issue(UUID licenseId, @Nullable String request, @Nullable Long ttl) {
        License license = requireLocked(licenseId);
        MessageForm form = new MessageForm();
        OfflineRequest wanted = OfflineRequest.read(form, request);
        Duration time = form.seconds("ttl", ttl, OfflinePolicy.SHORTEST, OfflinePolicy.LONGEST);
        form.requireValid();
        if (!license.product().equals(wanted.product())) {
            throw new LicensingException(LicensingRefusal.PRODUCT_MISMATCH, Map.of());
        }
        Instant now = clock.instant();
        desk.requireUsable(license, wanted.releaseDate(), wanted.deploymentId(), wanted.seatClass(), now);
        Optional<OfflineLicense> before = files.ofRequest(licenseId, wanted.nonce());
        return before.isPresent() ? again(before.get(), now) : issue(license, wanted, time, now);
    }

    private OfflineLicenseView again(OfflineLicense file, Instant now) {
        if (!file.isLivingAt(now)) {
            throw new LicensingException(LicensingRefusal.OFFLINE_REQUEST_USED, Map.of());
        }
        return view(file, now).with(file);
    }

    private OfflineLicenseView issue(License license, OfflineRequest wanted, @Nullable Duration time, Instant now) {
        Instance seat = seatOf(license, wanted, now);
        OfflineWish wish = new OfflineWish(time, wanted.binding(), wanted.returnHash(), wanted.nonce());
        OfflineLicense file = desk.issue(license, seat, wish, null, now);
        audit.record("offline-license.issue", license.accountId(), file.id(), null, describe(file));
        return OfflineLicenseView.of(file, seat, now).with(file);
    }

    /** The seat of that name, or a free one. */
    private Instance seatOf(License license, OfflineRequest wanted, Instant now) {
        Optional<Instance> named = instances.findByName(license.id(), wanted.deploymentId(), wanted.instanceName());
        boolean holds = named.filter(instance -> instance.holdsSeatAt(now)).isPresent();
        UUID id = named.map(Instance::id).orElseGet(ids::next);
        if (holds && named.get().seatClass() != wanted.seatClass()) {
            throw new InvalidRequestException(
                    "request.seatClass", "form", "This instance holds a seat of the other class");
        }
        if (!holds && !seats.hasSeatFor(license, wanted.seatClass(), id, now)) {
            long wait = RateLimits.seconds(seats.waitForSeat(license, wanted.seatClass(), now));
            throw new LicensingException(LicensingRefusal.SEATS_EXCEEDED, Map.of("retryAfter", wait));
        }
        if (named.isPresent()) {
            named.get().sitAs(wanted.seatClass());
            return named.get();
        }
        Instance seat = Instance.neverOnline(
                id,
                license.id(),
                license.product(),
                wanted.toActivation(PresentedSecret.sha256Of(secrets.next(NOBODYS))),
                new LeaseTerms(Duration.ZERO, null),
                now);
        instances.add(seat);
        return seat;
    }

    /**
     * What the license allows of offline licenses now.
     *
     * @throws NotFoundException when there is no such license, or it is another's
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER
    })
    public OfflineOffer offer(UUID licenseId) {
        License license = licenses.require(licenseId);
        caller.requireAccount(license.accountId());
        return desk.offer(license, clock.instant());
    }

    /**
     * The files of a license, newest first, those that are over included, without their tokens.
     *
     * @param after the last id of the page before, or null
     * @param limit 1 to {@link PageOf#MAX}
     * @throws NotFoundException when there is no such license, or it is another's
     */
    @ReadOnly
    @RolesAllowed({
        Roles.OWNER,
        Roles.MEMBER,
        Roles.VIEWER,
        Roles.ADMIN,
        Roles.BILLING,
        Roles.SUPPORT,
        Roles.OPERATOR_VIEWER
    })
    public PageOf<OfflineLicenseView> list(UUID licenseId, @Nullable UUID after, int limit) {
        caller.requireAccount(licenses.require(licenseId).accountId());
        Instant now = clock.instant();
        return PageOf.cut(
                files.ofLicense(licenseId, after, limit + 1), limit, OfflineLicense::id, file -> view(file, now));
    }

    /**
     * One file with its token, to be carried to its site once more.
     *
     * @throws NotFoundException when there is no such file of the license, or it is another's
     */
    @ReadOnly
    public OfflineLicenseView get(UUID licenseId, UUID fileId) {
        caller.requireAccount(licenses.require(licenseId).accountId());
        OfflineLicense file = requireFile(licenseId, fileId);
        return view(file, clock.instant()).with(file);
    }

    /**
     * Takes a file back, by the return file in which its site reveals what only it knows. The seat is free then; once
     * more changes nothing.
     *
     * @param proof what the site wrote, as JSON or as base64url of it
     * @throws LicensingException when the return file is not of the site that got the offline license
     */
    @Audited("offline-license.return")
    public OfflineLicenseView giveBack(UUID licenseId, UUID fileId, @Nullable String proof) {
        License license = requireLocked(licenseId);
        OfflineLicense file = requireFile(licenseId, fileId);
        OfflineText text = OfflineText.read("proof", proof);
        String revealed = text.text("returnSecret");
        String hash = revealed == null ? "" : PresentedSecret.sha256Of(revealed);
        if (!fileId.toString().equals(text.text("returned")) || !file.isReturnedBy(hash)) {
            throw new LicensingException(LicensingRefusal.OFFLINE_RETURN_WRONG, Map.of());
        }
        Instant now = clock.instant();
        String before = describe(file);
        if (file.state() != OfflineState.RETURNED) {
            desk.giveBack(requireSeat(file), hash, now);
        }
        audit.record("offline-license.return", license.accountId(), fileId, before, describe(file));
        return view(file, now);
    }

    /**
     * Notes that nobody has the file any more. It may turn up again, so it holds its seat until its end all the same; but
     * its instance may come back online before. One without an end lets go of the seat.
     *
     * @param reason why the vendor's staff believes so
     */
    @Audited("offline-license.write-off")
    @RolesAllowed({Roles.ADMIN, Roles.SUPPORT})
    public OfflineLicenseView writeOff(UUID licenseId, UUID fileId, String reason) {
        License license = requireLocked(licenseId);
        OfflineLicense file = requireFile(licenseId, fileId);
        Instant now = clock.instant();
        String before = describe(file);
        if (file.isLivingAt(now)) {
            desk.writeOff(file, requireSeat(file), reason, now);
        }
        audit.record("offline-license.write-off", license.accountId(), fileId, before, describe(file) + ": " + reason);
        return view(file, now);
    }

    private License requireLocked(UUID licenseId) {
        License license = licenses.requireLocked(licenseId);
        caller.requireAccount(license.accountId());
        return license;
    }

    private OfflineLicense requireFile(UUID licenseId, UUID fileId) {
        return files.find(fileId)
                .filter(file -> file.licenseId().equals(licenseId))
                .orElseThrow(() -> new NotFoundException(KIND, fileId));
    }

    private Instance requireSeat(OfflineLicense file) {
        return instances
                .findLocked(file.instanceId())
                .orElseThrow(() -> new NotFoundException("instance", file.instanceId()));
    }

    private OfflineLicenseView view(OfflineLicense file, Instant now) {
        Instance seat = instances
                .find(file.instanceId())
                .orElseThrow(() -> new NotFoundException("instance", file.instanceId()));
        return OfflineLicenseView.of(file, seat, now);
    }

    private static String describe(OfflineLicense file) {
        return file.state().name().toLowerCase(Locale.ROOT)
                + ", instance " + file.instanceId()
                + file.expiresAt().map(end -> ", until " + end).orElse(", for ever");
    }
}
