package org.chancery.client.token;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens for one product: size, header, key, signature and type first, then who it is for, then its times.
 *
 * @param issuer the only server whose tokens count, or null for whoever holds one of the keys
 */
public record TokenVerifier(VerifyingKeys keys, String product, @Nullable String issuer) {

    private static final int LONGEST_TOKEN = 4096;
    private static final int LONGEST_LICENSE = 64 * 1024;
    private static final int INSTANCE_NOT_FOUND = 105;
    /** How far two clocks may differ before a token seems to come from the future. */
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    /**
     * What an answer's lease has to say.
     *
     * @param instanceId null at an activation, whose answer tells it
     * @param epoch null at an activation
     * @param afterSeq the last number that was seen
     */
    public record Expected(
            @Nullable String instanceId, @Nullable Long epoch, long afterSeq, String secretHash, String nonce) {}

    /**
     * Where an offline license would be used.
     *
     * @param instanceId null before the first activation
     * @param returned the ids of files that were given back, and the hashes of what was revealed for that
     */
    public record Site(
            String deploymentId,
            String instanceName,
            @Nullable String instanceId,
            LocalDate releaseDate,
            Set<String> returned) {

        boolean isBoundBy(OfflineLicense.Binding binding) {
            return switch (binding.type()) {
                case "deployment" -> binding.value().equals(deploymentId);
                case "instance" ->
                    binding.value().equals(instanceName) || binding.value().equals(instanceId);
                default -> false; // whoever invents another binding knows that older clients refuse it
            };
        }
    }

    /**
     * The lease of an answer. It may be over already: the answer to a repeated message carries the lease that was lost.
     * Whether it is permission is for the clock to say.
     */
    public Lease lease(String token, Expected expected) throws TokenException {
        Lease lease = heldLease(token);
        String instanceId = expected.instanceId();
        require(instanceId == null || lease.instanceId().equals(instanceId), TokenRefusal.SUBJECT);
        require(lease.nonce().equals(expected.nonce()), TokenRefusal.NONCE);
        require(expected.epoch() == null || lease.epoch() == expected.epoch(), TokenRefusal.SEQUENCE);
        require(lease.seq() > expected.afterSeq(), TokenRefusal.SEQUENCE);
        require(lease.secretHash().equals(expected.secretHash()), TokenRefusal.SECRET);
        return lease;
    }

    /** As {@link #lease}, and it has to run still. */
    public Lease runningLease(String token, Expected expected, Instant trustedTime) throws TokenException {
        Lease lease = lease(token, expected);
        require(lease.runsAt(trustedTime), TokenRefusal.EXPIRED);
        return lease;
    }

    /** A lease that was verified when it came and is read again from our own file. */
    public Lease heldLease(String token) throws TokenException {
        Lease lease = claims(token, LONGEST_TOKEN, "lease+jwt", Lease::of);
        requireServer(lease.issuer());
        require(lease.product().equals(product), TokenRefusal.AUDIENCE);
        return lease;
    }

    /** A signed refusal of our own question. */
    public Denial denial(String token, String subject, String nonce) throws TokenException {
        Denial denial = heldDenial(token);
        require(denial.subject().equals(subject), TokenRefusal.SUBJECT);
        require(denial.nonce().equals(nonce), TokenRefusal.NONCE);
        return denial;
    }

    /** A refusal that was verified when it came and is read again from our own file. */
    public Denial heldDenial(String token) throws TokenException {
        CompactToken compact = CompactToken.parse(token, LONGEST_TOKEN);
        JsonObject claims = compact.claims(keys, "denial+jwt");
        Denial denial = read(token, claims, Denial::of);
        requireServer(read(token, claims, (text, members) -> members.text("iss")));
        // A server that never heard of the instance can't know its product.
        boolean anyone = denial.product() == null && denial.code() == INSTANCE_NOT_FOUND;
        require(anyone || product.equals(denial.product()), TokenRefusal.AUDIENCE);
        return denial;
    }

    /** An offline license for this place, at this time. It is never earlier than the license was signed. */
    public OfflineLicense offlineLicense(String token, Site site, Instant trustedTime) throws TokenException {
        OfflineLicense license = claims(token, LONGEST_LICENSE, "license+jwt", OfflineLicense::of);
        requireServer(license.issuer());
        require(license.product().equals(product), TokenRefusal.AUDIENCE);
        require(site.isBoundBy(license.binding()), TokenRefusal.BINDING);
        require(!license.isOneOf(site.returned()), TokenRefusal.RETURNED);
        Instant now = trustedTime.isBefore(license.issuedAt()) ? license.issuedAt() : trustedTime;
        require(!now.plus(TOLERANCE).isBefore(license.notBefore()), TokenRefusal.NOT_YET_VALID);
        require(license.runsAt(now), TokenRefusal.EXPIRED);
        require(license.covers(site.releaseDate()), TokenRefusal.VERSION_NOT_COVERED);
        return license;
    }

    private <T> T claims(String token, int longest, String type, BiFunction<String, JsonObject, T> reader)
            throws TokenException {
        return read(token, CompactToken.parse(token, longest).claims(keys, type), reader);
    }

    private static <T> T read(String token, JsonObject claims, BiFunction<String, JsonObject, T> reader)
            throws TokenException {
        try {
            return reader.apply(token, claims);
        } catch (JsonException | DateTimeException | ArithmeticException e) {
            throw new TokenException(TokenRefusal.CLAIMS);
        }
    }

    private void requireServer(String claimed) throws TokenException {
        require(issuer == null || Objects.equals(issuer, claimed), TokenRefusal.ISSUER);
    }

    private static void require(boolean holds, TokenRefusal otherwise) throws TokenException {
        if (!holds) {
            throw new TokenException(otherwise);
        }
    }
}
