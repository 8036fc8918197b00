package org.chancery.model.licensing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * One running server process and the seat it holds. It is born by an activation, lives from check to check, and ends by
 * release, by a person, or by letting its lease end; a later activation under the same name gives it its seat back in
 * the next epoch. Signed instants are whole seconds, so the stored ones are too: what the database says is what the
 * client holds.
 */
@Entity
public class Instance extends AggregateRoot {

    /** So many checks in a row have to be missed before another process may take the seat over. */
    private static final int MISSED_CHECKS = 2;

    /** What the last of them may be late: a hundredth of the interval, at most ten seconds. */
    private static final int TOLERANCE_SHARE = 100;

    private static final Duration LONGEST_TOLERANCE = Duration.ofSeconds(10);
    private static final String BOOT_SEPARATOR = "\n"; // boot ids are printable, so it never occurs inside one

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false, length = 64)
    private String product;

    @Column(nullable = false, updatable = false, length = 256)
    private String deploymentId;

    @Column(nullable = false, updatable = false, length = 256)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private SeatClass seatClass;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private InstanceState state;

    @Column(nullable = false)
    private int epoch;

    @Column(nullable = false)
    private long seq;

    @Column(nullable = false, length = 43)
    private String currentHash;

    @Column(length = 43)
    private @Nullable String previousHash;

    @Column(nullable = false, length = 4200)
    private String bootIds;

    @Column(length = 43)
    private @Nullable String attempt;

    @Column(nullable = false)
    private Instant activatedAt;

    @Column(nullable = false)
    private Instant leaseIssuedAt;

    @Column(nullable = false)
    private Instant leaseExpiresAt;

    /** Which of the license's secrets it was last activated with. */
    @Column(nullable = false)
    private int secretGeneration = 1;

    /** Until when the seat is taken: the lease's end, or earlier when it was given back. */
    @Column(nullable = false)
    private Instant seatUntil;

    @Column
    private @Nullable Integer requestedLeaseSeconds;

    /** How often it was told to check, with its last lease. */
    @Column(nullable = false)
    private int checkIntervalSeconds;

    @Column(nullable = false)
    private Instant lastCheckAt;

    @Column(nullable = false, length = 64)
    private String lastAddress;

    @Column(nullable = false, length = 256)
    private String productVersion;

    @Column(nullable = false)
    private LocalDate releaseDate;

    @Column
    private @Nullable Long appliedRevision;

    @Column
    private @Nullable Long fetchedRevision;

    @Column(nullable = false)
    private boolean restartNeeded;

    /** What it said of its limits since it was activated, or null. */
    @Column(length = 4000)
    private @Nullable String usageReport;

    @Column
    private @Nullable Instant usageReportedAt;

    @ElementCollection
    @CollectionTable(name = "instance_certificate", joinColumns = @JoinColumn(name = "instance_id"))
    @MapKeyColumn(name = "domain", length = 253)
    private Map<String, CertificateReport> certificates = new HashMap<>();

    /** Of the certificates, so that they are only read when they were not reported once more. */
    @Column(length = 43)
    private @Nullable String certificatesDigest;

    @Embedded
    private RateCount checkCount;

    /** Who had the seat before it was last taken over, or null. */
    @Embedded
    private @Nullable Displacement displacement;
    /** What offline licenses hold of the seat; null while there are none. */
    @Embedded
    private @Nullable Loan loan;

    @SuppressWarnings("NullAway.Init")
    protected Instance() {} // Hibernate only

    /** A new instance, activated now. */
    @SuppressWarnings("NullAway.Init")
    public Instance(UUID id, UUID licenseId, String product, Activation activation, LeaseTerms terms, Instant now) {
        super(id);
        this.licenseId = licenseId;
        this.product = product;
        this.deploymentId = activation.deploymentId();
        this.name = activation.name();
        this.leaseIssuedAt = Instant.EPOCH;
        this.checkCount = RateCount.NONE;
        begin(activation, terms, now);
    }

    /** A seat whose holder was never online and may never be: nobody has a secret of it, and only a file keeps it taken. */
    public static Instance neverOnline(
            UUID id, UUID licenseId, String product, Activation request, LeaseTerms terms, Instant now) {
        Instance instance = new Instance(id, licenseId, product, request, terms, now);
        instance.release(now);
        return instance;
    }

    /** Gives the seat back to its name, in the next epoch: whoever holds an older secret is refused from now on. */
    public void reactivate(Activation activation, LeaseTerms terms, Instant now) {
        begin(activation, terms, now);
    }

    /**
     * Gives the seat of a holder that is silent to another process, in the next epoch. Should the old process speak
     * again, it is told that it was displaced.
     */
    public void takeOver(Activation activation, LeaseTerms terms, Instant now) {
        displacement = new Displacement(epoch, currentHash, previousHash);
        begin(activation, terms, now);
    }

    private void begin(Activation activation, LeaseTerms terms, Instant now) {
        adopt(RotationState.activated(id(), epoch + 1, activation.nextHash(), activation.bootId()));
        seatClass = activation.seatClass();
        state = InstanceState.ACTIVE;
        attempt = activation.attempt();
        requestedLeaseSeconds = activation.leaseSeconds();
        productVersion = activation.productVersion();
        releaseDate = activation.releaseDate();
        lastAddress = activation.address();
        appliedRevision = null;
        fetchedRevision = null;
        restartNeeded = false;
        usageReport = null;
        usageReportedAt = null;
        activatedAt = now;
        lastCheckAt = now;
        renewLease(terms, now);
    }

    /** Remembers which of the license's secrets the activation came with. */
    public void activatedWith(int generation) {
        secretGeneration = generation;
    }

    /** What the rotation table says to this message; changes nothing. */
    public Rotation decide(RotationMessage message, Supplier<Optional<Receipt>> receipt) {
        return Rotation.decide(rotationState(), message, receipt);
    }

    /**
     * Follows an accepted message: the next secret becomes current and the lease is renewed. A replay renews nothing:
     * the lease that was lost is signed once more.
     *
     * @throws IllegalArgumentException for a refused message
     */
    public void follow(Rotation rotation, InstanceReport report, LeaseTerms terms, Instant now) {
        if (!rotation.row().isAccepted()) {
            throw new IllegalArgumentException("A refused message changes nothing: " + rotation.row());
        }
        lastCheckAt = now;
        if (rotation.row() == RotationRow.REPLAY) {
            return;
        }
        adopt(rotation.state());
        note(report, now);
        Instant proven = rotation.provenIssue();
        renewLease(terms, proven == null || proven.isBefore(now) ? now : proven);
    }

    private void adopt(RotationState next) {
        epoch = next.epoch();
        seq = next.seq();
        currentHash = next.currentHash();
        previousHash = next.previousHash();
        bootIds = String.join(BOOT_SEPARATOR, next.bootIds());
    }

    private void note(InstanceReport report, Instant now) {
        lastAddress = report.address();
        productVersion = report.productVersion() == null ? productVersion : report.productVersion();
        releaseDate = report.releaseDate() == null ? releaseDate : report.releaseDate();
        appliedRevision = report.appliedRevision() == null ? appliedRevision : report.appliedRevision();
        restartNeeded = report.restartNeeded() == null ? restartNeeded : report.restartNeeded();
        Usage usage = report.usage();
        if (usage != null) {
            usageReport = usage.toText();
            usageReportedAt = now;
        }
        CertificateReports reports = report.certificates();
        if (reports != null && altersCertificates(report)) {
            certificatesDigest = reports.digest();
            certificates.keySet().retainAll(reports.byDomain().keySet());
            certificates.putAll(reports.byDomain());
        }
    }

    /** True when following this message with this report alters what its license uses. */
    public boolean altersUsage(Rotation rotation, InstanceReport report, Instant now) {
        if (rotation.row() == RotationRow.REPLAY) {
            return false;
        }
        Usage usage = report.usage();
        boolean isNews = usage != null && !usage.toText().equals(usageReport);
        return isNews || (usageReport != null && !holdsSeatAt(now)); // one that lapsed counts again
    }

    /** True when following this report replaces what the instance said of its certificates. */
    public boolean altersCertificates(InstanceReport report) {
        CertificateReports reports = report.certificates();
        return reports != null && !reports.digest().equals(certificatesDigest);
    }

    private void renewLease(LeaseTerms terms, Instant from) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS);
        leaseIssuedAt = second.isAfter(leaseIssuedAt) ? second : leaseIssuedAt; // never backwards, whatever the clock
        leaseExpiresAt = terms.expiryFrom(leaseIssuedAt).truncatedTo(ChronoUnit.SECONDS);
        takeSeatUntil(leaseExpiresAt);
        checkIntervalSeconds = Math.toIntExact(terms.checkInterval().toSeconds());
    }

    /** By the lease or its end; a file keeps the seat taken all the same. */
    private void takeSeatUntil(Instant end) {
        loan = loan == null ? null : loan.onlineUntil(end);
        seatUntil = loan == null ? end : loan.seatUntil();
    }

    /**
     * Lends the seat to offline licenses: from now on neither a release nor a person nor the lease's end frees it.
     *
     * @param useFileUntil until when a file is the only way to use the seat
     * @param lentUntil until when a file holds it
     */
    public void lend(Instant useFileUntil, Instant lentUntil) {
        loan = new Loan(onlineUntil(), useFileUntil, lentUntil);
        seatUntil = loan.seatUntil();
    }

    /** Has a seat of this class from now on; for one that holds none. */
    public void sitAs(SeatClass wanted) {
        seatClass = wanted;
    }

    /** No offline license holds the seat any more. */
    public void endLoan() {
        seatUntil = onlineUntil();
        loan = null;
    }

    /** True while an offline license holds the seat. */
    public boolean isLentAt(Instant now) {
        return loan != null && loan.lentUntil().isAfter(now);
    }

    /** True while whoever wants this seat has to use the file that was issued for it. */
    public boolean isToUseFileAt(Instant now) {
        return loan != null && loan.useFileUntil().isAfter(now);
    }

    /** Until when the seat is taken by whoever is online, were there no files. */
    public Instant onlineUntil() {
        return loan == null ? seatUntil : loan.onlineUntil();
    }

    /** Gives the seat back by the instance's own wish, at once; once more changes nothing. */
    public void release(Instant now) {
        if (state == InstanceState.ACTIVE) {
            state = InstanceState.RELEASED;
            freeSeat(now);
        }
    }

    /**
     * Stops the instance by a person's wish.
     *
     * @param seatFreeAtOnce false when the license has used up its deactivations: the seat then waits for the lease's
     *     end
     */
    public void deactivate(boolean seatFreeAtOnce, Instant now) {
        if (state == InstanceState.ACTIVE) {
            state = InstanceState.DEACTIVATED;
            if (seatFreeAtOnce) {
                freeSeat(now);
            }
        }
    }

    private void freeSeat(Instant now) {
        takeSeatUntil(now.isBefore(onlineUntil()) ? now : onlineUntil());
    }

    /** The instance has read the entitlements of this revision. */
    public void fetched(long revision) {
        fetchedRevision = revision;
    }

    /**
     * Counts one check against the limit.
     *
     * @param machineNow the machine's time, never the sandbox's
     * @return how long to wait, or empty when the check is within the limit and was counted
     */
    public Optional<Duration> countCheck(int limit, Duration window, Instant machineNow) {
        Optional<Duration> wait = checkCount.waitingTime(limit, window, machineNow);
        if (wait.isEmpty()) {
            checkCount = checkCount.plusOne(window, machineNow);
        }
        return wait;
    }

    /** How long it has to wait with its next check; empty when it need not. Counts nothing. */
    public Optional<Duration> waitForCheck(int limit, Duration window, Instant machineNow) {
        return checkCount.waitingTime(limit, window, machineNow);
    }

    /** True while the seat is taken; it is free from the lease's end on, to the second. */
    public boolean holdsSeatAt(Instant now) {
        return seatUntil.isAfter(now);
    }

    /** True when its seat is taken and it has missed two checks, so that a newcomer of its name may take it over. */
    public boolean isSilentAt(Instant now) {
        return state == InstanceState.ACTIVE && onlineUntil().isAfter(now) && !now.isBefore(silentFrom());
    }

    /** Until when its name is busy unless it checks again: then the seat can be taken over, or is free anyway. */
    public Instant nameBusyUntil() {
        return state == InstanceState.ACTIVE && silentFrom().isBefore(onlineUntil()) ? silentFrom() : onlineUntil();
    }

    private Instant silentFrom() {
        Duration share = checkInterval().dividedBy(TOLERANCE_SHARE);
        Duration tolerance = share.compareTo(LONGEST_TOLERANCE) < 0 ? share : LONGEST_TOLERANCE;
        return lastCheckAt.plus(checkInterval().multipliedBy(MISSED_CHECKS)).plus(tolerance);
    }

    /** True for a message of the process whose seat was last taken over. */
    public boolean wasTakenFrom(RotationMessage message) {
        return displacement != null && displacement.isSenderOf(message);
    }

    /** True for a secret of the process whose seat was last taken over. */
    public boolean wasTakenFrom(String presentedHash) {
        return displacement != null && displacement.knows(presentedHash);
    }

    /** True from the lease's end on. */
    public boolean isLapsedAt(Instant now) {
        return !leaseExpiresAt.isAfter(now);
    }

    /** True when the activation is the one that gave this seat, arriving once more because its answer was lost. */
    public boolean isAttempt(Activation activation) {
        return attempt != null
                && attempt.equals(activation.attempt())
                && state == InstanceState.ACTIVE
                && currentHash.equals(activation.nextHash());
    }

    /** Why an instance that gave up its seat is refused; empty for an active one. */
    public Optional<LicensingRefusal> inactivity() {
        return switch (state) {
            case ACTIVE -> Optional.empty();
            case RELEASED -> Optional.of(LicensingRefusal.LAPSED);
            case DEACTIVATED -> Optional.of(LicensingRefusal.DEACTIVATED);
        };
    }

    /** True when the secret of this hash is the one that the next check must present. */
    public boolean isCurrent(String presentedHash) {
        return currentHash.equals(presentedHash);
    }

    /** True for the current secret and for the one before it, whose successor the instance may not know yet. */
    public boolean isKnown(String presentedHash) {
        return isCurrent(presentedHash) || presentedHash.equals(previousHash);
    }

    public RotationState rotationState() {
        return new RotationState(
                id(), epoch, seq, currentHash, previousHash, List.of(bootIds.split(BOOT_SEPARATOR, -1)));
    }

    /** The lease as it was last committed, without the nonce that each answer adds. */
    public Lease lease() {
        return new Lease(epoch, seq, currentHash, leaseIssuedAt, leaseExpiresAt);
    }

    public UUID licenseId() {
        return licenseId;
    }

    public String product() {
        return product;
    }

    public String deploymentId() {
        return deploymentId;
    }

    public String name() {
        return name;
    }

    public SeatClass seatClass() {
        return seatClass;
    }

    public InstanceState state() {
        return state;
    }

    public int secretGeneration() {
        return secretGeneration;
    }

    public Instant activatedAt() {
        return activatedAt;
    }

    public Instant seatUntil() {
        return seatUntil;
    }

    public @Nullable Integer requestedLeaseSeconds() {
        return requestedLeaseSeconds;
    }

    /** How often it was told to check. */
    public Duration checkInterval() {
        return Duration.ofSeconds(checkIntervalSeconds);
    }

    /** What it last said of its limits. */
    public Usage usage() {
        return usageReport == null ? Usage.NONE : Usage.ofText(usageReport);
    }

    public @Nullable Instant usageReportedAt() {
        return usageReportedAt;
    }

    /** What it last said of its certificates, by domain. */
    public Map<String, CertificateReport> certificates() {
        return Map.copyOf(certificates);
    }

    public Instant lastCheckAt() {
        return lastCheckAt;
    }

    public String lastAddress() {
        return lastAddress;
    }

    public String productVersion() {
        return productVersion;
    }

    public LocalDate releaseDate() {
        return releaseDate;
    }

    public @Nullable Long appliedRevision() {
        return appliedRevision;
    }

    public @Nullable Long fetchedRevision() {
        return fetchedRevision;
    }

    public boolean isRestartNeeded() {
        return restartNeeded;
    }
}
