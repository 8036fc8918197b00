package org.chancery.model.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * A file that was signed for a place without a server. It can't be called back: until its end it holds the seat of its
 * instance, whatever is done to that. Given back, it holds nothing any more. Written off, it still holds the seat until
 * its end, for it may turn up again; only one without an end then lets go, since nothing else ever would.
 */
@Entity
public class OfflineLicense extends AggregateRoot {

    @Column(nullable = false, updatable = false)
    private UUID licenseId;

    @Column(nullable = false, updatable = false)
    private UUID instanceId;

    @Column(nullable = false, updatable = false)
    private Instant issuedAt;

    /** Null when it lasts for ever. */
    @Column(updatable = false)
    private @Nullable Instant expiresAt;

    @Column(nullable = false, updatable = false)
    private long graceSeconds;

    @Embedded
    private OfflineBinding binding;

    /** base64url(SHA-256) of what the site reveals when it gives the file back; null when it can't. */
    @Column(updatable = false, length = 43)
    private @Nullable String returnHash;

    /** Names the request that it answers; null when an instance asked by itself. */
    @Column(updatable = false, length = 88)
    private @Nullable String requestNonce;

    /** As it was signed, so that it can be had again. */
    @Column(nullable = false, updatable = false, columnDefinition = "text")
    private String token;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private OfflineState state;

    @Column
    private @Nullable Instant closedAt;

    @Column(length = 500)
    private @Nullable String closeReason;

    @SuppressWarnings("NullAway.Init")
    protected OfflineLicense() {} // Hibernate only

    /** A file that was just signed.
     *
     * @param id the claim {@code jti}
     */
    @SuppressWarnings("NullAway.Init")
    public OfflineLicense(
            UUID id,
            Instance seat,
            OfflineTerms terms,
            OfflineBinding binding,
            @Nullable String returnHash,
            @Nullable String requestNonce,
            String token) {
        super(id);
        this.licenseId = seat.licenseId();
        this.instanceId = seat.id();
        this.issuedAt = terms.issuedAt();
        this.expiresAt = terms.expiresAt();
        this.graceSeconds = terms.graceSeconds();
        this.binding = binding;
        this.returnHash = returnHash;
        this.requestNonce = requestNonce;
        this.token = token;
        this.state = OfflineState.ISSUED;
    }

    /** True for the hash of what only the site knows that got this file. */
    public boolean isReturnedBy(String hash) {
        return hash.equals(returnHash);
    }

    /** True when it answered this request. */
    public boolean answers(String nonce) {
        return nonce.equals(requestNonce);
    }

    /** The site has given it back. */
    public void giveBack(Instant now) {
        if (state != OfflineState.RETURNED) {
            state = OfflineState.RETURNED;
            closedAt = now;
        }
    }

    /** Nobody has it any more, as the vendor's staff believes. */
    public void writeOff(String reason, Instant now) {
        if (state == OfflineState.ISSUED) {
            state = OfflineState.LOST;
            closedAt = now;
            closeReason = reason;
        }
    }

    /** True while somebody may be using it as it was meant. */
    public boolean isLivingAt(Instant now) {
        return state == OfflineState.ISSUED && now.isBefore(end());
    }

    /** True while it keeps a seat taken. */
    public boolean holdsSeatAt(Instant now) {
        return holdsSeatUntil().isAfter(now);
    }

    /** Until when it keeps a seat taken. */
    public Instant holdsSeatUntil() {
        return switch (state) {
            case ISSUED -> end();
            case RETURNED -> closedAt();
            case LOST -> expiresAt == null ? closedAt() : expiresAt;
        };
    }

    /** Until when it is the only way to use its seat. */
    public Instant useUntil() {
        return state == OfflineState.ISSUED ? end().minusSeconds(expiresAt == null ? 0 : graceSeconds) : closedAt();
    }

    private Instant end() {
        return expiresAt == null ? OfflineTerms.NEVER : expiresAt;
    }

    private Instant closedAt() {
        return closedAt == null ? issuedAt : closedAt;
    }

    public UUID licenseId() {
        return licenseId;
    }

    public UUID instanceId() {
        return instanceId;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public OfflineBinding binding() {
        return binding;
    }

    /** False when the site has no way to give it back. */
    public boolean isReturnable() {
        return returnHash != null;
    }

    public String token() {
        return token;
    }

    public OfflineState state() {
        return state;
    }

    /** When it was given back or written off; empty before. */
    public Optional<Instant> closed() {
        return Optional.ofNullable(closedAt);
    }

    /** Why it was written off; empty unless it was. */
    public Optional<String> closeReason() {
        return Optional.ofNullable(closeReason);
    }
}
