package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * The right that instances use. Born pending with its first secret, it becomes active when whoever grants it says so,
 * may be held back and given free again, and ends for good. What it grants is frozen in one document; every change of it
 * raises the revision, which is how instances learn of it. Its row is the lock under which seats are counted.
 */
@Entity
public class License extends AggregateRoot {

    /** How long instances beyond a lowered limit may go on. */
    public static final Duration OVER_LIMIT_GRACE = Duration.ofDays(14);

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false, length = 64)
    private String product;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private boolean activated;

    @Column(nullable = false)
    private boolean heldSuspended;

    @Column(nullable = false)
    private boolean heldUnpaid;

    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    private @Nullable LicenseEnd ended;

    /** When it ends by itself, or null. */
    @Column
    private @Nullable Instant validUntil;

    @Column(nullable = false, unique = true, length = 43)
    private String secretHash;

    @Column(unique = true, length = 43)
    private @Nullable String previousSecretHash;

    @Column
    private @Nullable Instant previousSecretUntil;

    /** Counts its secrets, from 1. */
    @Column(nullable = false)
    private int secretGeneration;

    @Column(nullable = false)
    private long revision;

    @Column(nullable = false, length = 64)
    private String planCode;

    @Column(nullable = false, length = 200)
    private String planName;

    @Column(nullable = false)
    private int leaseSeconds;

    /** Null is unlimited, as in the next one. */
    @Column
    private @Nullable Long productionSeats;

    @Column
    private @Nullable Long developmentSeats;

    @Column
    private @Nullable Instant productionLoweredAt;

    @Column
    private @Nullable Instant developmentLoweredAt;

    @Column
    private @Nullable LocalDate updatesUntil;

    /** The frozen {@link Grant} as JSON, read and written by the services. */
    @Column(nullable = false, columnDefinition = "text")
    private String grantDocument;

    @SuppressWarnings("NullAway.Init")
    protected License() {} // Hibernate only

    /**
     * A pending license.
     *
     * @param document the grant as JSON
     * @param secretHash the keyed hash of its first secret
     * @param validUntil when it ends by itself, or null
     */
    @SuppressWarnings("NullAway.Init")
    public License(
            UUID id,
            UUID accountId,
            String product,
            Grant grant,
            String document,
            String secretHash,
            @Nullable Instant validUntil,
            Instant now) {
        super(id);
        this.accountId = accountId;
        this.product = product;
        this.secretHash = secretHash;
        this.secretGeneration = 1;
        this.validUntil = validUntil;
        this.createdAt = now;
        this.revision = 1;
        adopt(grant, document);
    }

    /** It is paid for, or given for free: instances may use it. */
    public void activate() {
        activated = true;
    }

    public void hold(LicenseHold hold) {
        switch (hold) {
            case SUSPENDED -> heldSuspended = true;
            case UNPAID -> heldUnpaid = true;
        }
    }

    public void lift(LicenseHold hold) {
        switch (hold) {
            case SUSPENDED -> heldSuspended = false;
            case UNPAID -> heldUnpaid = false;
        }
    }

    /** Ends it for good; the first reason stays. What was unpaid no longer matters then. */
    public void end(LicenseEnd reason) {
        if (ended == null) {
            ended = reason;
            heldUnpaid = false;
        }
    }

    /**
     * Replaces what it grants; nothing happens when it is the same.
     *
     * @param document the grant as JSON, in the stable order of its writer
     */
    public void change(Grant grant, String document, Instant now) {
        if (document.equals(grantDocument)) {
            return;
        }
        productionLoweredAt = lowered(SeatClass.PRODUCTION, grant) ? now : productionLoweredAt;
        developmentLoweredAt = lowered(SeatClass.DEVELOPMENT, grant) ? now : developmentLoweredAt;
        adopt(grant, document);
        raiseRevision();
    }

    private boolean lowered(SeatClass seatClass, Grant next) {
        Long before = seats(seatClass).count();
        Long after = next.seatsOf(seatClass).count();
        return after != null && (before == null || after < before);
    }

    private void adopt(Grant grant, String document) {
        planCode = grant.planCode();
        planName = grant.planName();
        leaseSeconds = grant.leaseSeconds();
        productionSeats = grant.seatsOf(SeatClass.PRODUCTION).count();
        developmentSeats = grant.seatsOf(SeatClass.DEVELOPMENT).count();
        updatesUntil = grant.updatesUntil();
        grantDocument = document;
    }

    /** Something that instances must learn has changed: the grant, a domain or a brand. */
    public void raiseRevision() {
        revision++;
    }

    /**
     * Gives it a new secret.
     *
     * @param overlap how long the secret so far stays valid; zero for a leaked one
     * @return until when the secret so far is valid, or empty when it is not
     */
    public Optional<Instant> rotateSecret(String newHash, Duration overlap, Instant now) {
        boolean keep = !overlap.isZero() && !overlap.isNegative();
        previousSecretHash = keep ? secretHash : null;
        previousSecretUntil = keep ? now.plus(overlap) : null;
        secretHash = newHash;
        secretGeneration++;
        return Optional.ofNullable(previousSecretUntil);
    }

    /** True for the current secret, and for the one before it while the two overlap. */
    public boolean acceptsSecret(String hash, Instant now) {
        return secretHash.equals(hash)
                || (hash.equals(previousSecretHash)
                        && previousSecretUntil != null
                        && now.isBefore(previousSecretUntil));
    }

    /** Which of its secrets this is: the current one, or else the one before it. */
    public int generationOf(String hash) {
        return secretHash.equals(hash) ? secretGeneration : secretGeneration - 1;
    }

    /** True while the secret of this generation is accepted. */
    public boolean acceptsGeneration(int generation, Instant now) {
        boolean former = generation == secretGeneration - 1;
        return generation == secretGeneration
                || former && previousSecretUntil != null && now.isBefore(previousSecretUntil);
    }

    /** True for the secret it has and for the one it had, whether or not that is still accepted. */
    public boolean knowsSecret(String hash) {
        return secretHash.equals(hash) || hash.equals(previousSecretHash);
    }

    public LicenseStatus statusAt(Instant now) {
        Optional<LicensingRefusal> refusal = refusalAt(now);
        if (refusal.isEmpty()) {
            return LicenseStatus.ACTIVE;
        }
        if (isOverAt(now)) {
            return LicenseStatus.ENDED;
        }
        return activated || heldSuspended ? LicenseStatus.SUSPENDED : LicenseStatus.PENDING;
    }

    /** Why instances may not use it now; empty while they may. The order is part of the contract. */
    public Optional<LicensingRefusal> refusalAt(Instant now) {
        if (heldSuspended) {
            return Optional.of(LicensingRefusal.SUSPENDED);
        }
        if (ended == null && !isOverAt(now) && (heldUnpaid || !activated)) {
            return Optional.of(LicensingRefusal.UNPAID);
        }
        if (ended == LicenseEnd.CANCELED) {
            return Optional.of(LicensingRefusal.CANCELED);
        }
        return isOverAt(now) ? Optional.of(LicensingRefusal.EXPIRED) : Optional.empty();
    }

    private boolean isOverAt(Instant now) {
        return ended != null || (validUntil != null && !now.isBefore(validUntil));
    }

    /** True when a release of this date may run under it. */
    public boolean covers(LocalDate releaseDate) {
        return updatesUntil == null || !releaseDate.isAfter(updatesUntil);
    }

    public Limit seats(SeatClass seatClass) {
        return new Limit(
                switch (seatClass) {
                    case PRODUCTION -> productionSeats;
                    case DEVELOPMENT -> developmentSeats;
                });
    }

    /** Until when more instances than the limit are tolerated; empty when the limit was never lowered. */
    public Optional<Instant> overLimitUntil(SeatClass seatClass) {
        Instant loweredAt =
                switch (seatClass) {
                    case PRODUCTION -> productionLoweredAt;
                    case DEVELOPMENT -> developmentLoweredAt;
                };
        return Optional.ofNullable(loweredAt).map(instant -> instant.plus(OVER_LIMIT_GRACE));
    }

    public UUID accountId() {
        return accountId;
    }

    public String product() {
        return product;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant validUntil() {
        return validUntil;
    }

    public @Nullable Instant previousSecretUntil() {
        return previousSecretUntil;
    }

    public int secretGeneration() {
        return secretGeneration;
    }

    public long revision() {
        return revision;
    }

    public String planCode() {
        return planCode;
    }

    public String planName() {
        return planName;
    }

    public int leaseSeconds() {
        return leaseSeconds;
    }

    public @Nullable LocalDate updatesUntil() {
        return updatesUntil;
    }

    public String grantDocument() {
        return grantDocument;
    }
}
