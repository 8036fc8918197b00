package org.chancery.client;

import java.io.IOException;
import java.time.Duration;
import org.chancery.client.clock.TrustedTime;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.ClientState;
import org.chancery.client.state.StateFile;
import org.chancery.client.token.Lease;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.token.VerifyingKeys;
import org.chancery.client.wire.Wire;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** What every exchange of one process shares: who asks, what is known, and since when a question is open. */
final class Correspondence {

    /** A lease that answers an older question does not tell the time well enough. */
    private static final Duration PROMPT = Duration.ofSeconds(60);

    private static final int NONCE_BYTES = 24;
    private static final int BOOT_BYTES = 12;

    final Software software;
    final Placement placement;
    final Machine machine;
    final StateFile file;
    final TrustedTime time;
    final TokenVerifier verifier;
    final String bootId;
    private final Wire wire;
    private String openQuestion = "";
    private long askedAt;

    Correspondence(
            ClientSettings settings, Machine machine, StateFile file, TrustedTime time, Wire wire, VerifyingKeys keys) {
        this.software = settings.software();
        this.placement = settings.placement();
        this.machine = machine;
        this.file = file;
        this.time = time;
        this.verifier = new TokenVerifier(keys, software.product(), settings.issuer());
        this.bootId = machine.randomText(BOOT_BYTES);
        this.wire = wire;
    }

    ClientState state() {
        return file.state();
    }

    String newNonce() {
        return machine.randomText(NONCE_BYTES);
    }

    WireAnswer exchange(WireRequest request) throws IOException {
        return wire.exchange(request);
    }

    /** A new check secret, which is a new question: until now nobody can have answered it. */
    CheckSecret draw() {
        CheckSecret secret = CheckSecret.draw(machine);
        openQuestion = secret.hash();
        askedAt = machine.nanos().getAsLong();
        return secret;
    }

    /**
     * Takes the time from a lease that answers the question of this secret. One whose age nobody knows, because it may
     * repeat an answer that was lost, tells no more than that it is not earlier.
     *
     * @return true when the question was asked just now
     */
    boolean tellTime(Lease lease) {
        Duration open = machine.since(askedAt);
        if (lease.secretHash().equals(openQuestion) && open.compareTo(PROMPT) <= 0) {
            time.confirm(lease.issuedAt(), open);
            return true;
        }
        time.notBefore(lease.issuedAt());
        return false;
    }

    /** A wait that the server suggests, as far as it suits the lease: an unsigned word never costs a lease. */
    static Duration reasonable(@Nullable Long seconds, Lease lease) {
        long length = Duration.between(lease.issuedAt(), lease.expiresAt()).toSeconds();
        long longest = Math.max(1, Math.min(Pace.LONGEST_INTERVAL.toSeconds(), length / Pace.CHECKS_PER_LEASE));
        return Duration.ofSeconds(seconds == null ? longest : Math.max(1, Math.min(seconds, longest)));
    }
}
