package org.chancery.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.chancery.client.state.ClientState;
import org.chancery.client.state.Seat;
import org.chancery.client.state.TimeMark;
import org.chancery.client.token.Lease;
import org.chancery.client.token.OfflineLicense;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.VerifyingKeys;
import org.jspecify.annotations.Nullable;

/**
 * The life of one process with the license: activate, check, follow what the server says, and wait in between. Every
 * step is written down before the next one, so a process may end anywhere.
 */
final class Session {

    private static final Logger LOG = System.getLogger(Session.class.getName());
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration TIME_IS_KEPT_EVERY = Duration.ofMinutes(1);

    private final SecretSource secrets;
    private final Correspondence with;
    private final VerifyingKeys keys;
    private final Activation activation;
    private final Check check;
    private final EntitlementsReader entitlements;
    private final OfflineDesk offline;
    private final Pace pace;
    private volatile Standing standing = Standing.NOTHING;
    private @Nullable Lease lease;
    private @Nullable Refusal refusal;
    private @Nullable Trouble trouble;
    private @Nullable OverLimit overLimit;
    private boolean isResumed;
    /** What was refused until another secret comes, or a restart. */
    private @Nullable String hopeless;
    /** What was asked for last. */
    private @Nullable String purpose;

    Session(
            SecretSource secrets,
            Correspondence with,
            VerifyingKeys keys,
            ReportSource reports,
            LicenseListener listener) {
        this.secrets = secrets;
        this.with = with;
        this.keys = keys;
        this.activation = new Activation(with);
        this.entitlements = new EntitlementsReader(with, listener);
        this.check = new Check(with, reports, entitlements);
        this.offline = new OfflineDesk(with);
        this.pace = new Pace(with.machine.random());
    }

    /** What the license allows now. */
    LicenseStatus status() {
        return standing.status(with.time);
    }

    /** Takes up what the last process left, verified as if it were new. Without keys that has to wait. */
    synchronized void resume() {
        ClientState state = with.state();
        isResumed = !state.holdsTokens() || keys.areKnown();
        Seat seat = state.seat();
        try {
            lease = seat == null || seat.leaving() ? null : with.verifier.heldLease(seat.lease());
        } catch (TokenException e) {
            LOG.log(Level.WARNING, "client.lease-not-trusted: " + e.refusal());
        }
        try {
            refusal = state.denial() == null ? null : Refusal.of(with.verifier.heldDenial(state.denial()));
        } catch (TokenException e) {
            LOG.log(Level.WARNING, "client.denial-not-trusted: " + e.refusal());
        }
        offline.resume();
        if (state.holdsTokens()) {
            with.file.adopt(state.at(with.time.mark())); // that a process has begun
        }
        publish();
    }

    /** One message, if any is needed. @return how long to wait until the next one */
    synchronized Duration pass() {
        if (!isResumed) {
            resume();
        }
        offer();
        Duration wait = step();
        keepTime();
        publish();
        offer();
        return wait;
    }

    private void offer() {
        LicenseStatus now = status();
        if (now.mayRun()) {
            entitlements.offer(now.entitlements());
        }
    }

    private Duration step() {
        if (standing.needsNoServer(with.time.now())) {
            trouble = null;
            return Pace.LONGEST_INTERVAL;
        }
        Seat seat = with.state().seat();
        String secret = secret();
        if (seat == null && secret == null) {
            trouble = Trouble.NO_SECRET;
            return LOOK_AGAIN;
        }
        if (!keys.areKnown()) {
            return failed(new Outcome.Unanswered(Trouble.NO_KEYS));
        }
        if (seat != null) {
            return check(seat);
        }
        return secret == null ? LOOK_AGAIN : activate(secret);
    }

    private Duration activate(String secret) {
        String wanted = activation.purpose(secret);
        purpose = wanted;
        if (wanted.equals(hopeless)) {
            return LOOK_AGAIN;
        }
        Outcome outcome = activation.run(secret);
        if (outcome instanceof Outcome.Granted granted) {
            return granted(granted);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return activationRefused(refused);
        }
        return failed((Outcome.Unanswered) outcome);
    }

    private Duration check(Seat seat) {
        Outcome outcome = check.run(seat);
        if (outcome instanceof Outcome.Granted granted) {
            pace.settled();
            return granted(granted);
        }
        if (outcome instanceof Outcome.Refused refused) {
            return checkRefused(refused);
        }
        return failed((Outcome.Unanswered) outcome);
    }

    private Duration granted(Outcome.Granted granted) {
        Seat seat = with.state().seat();
        lease = seat == null || seat.leaving() ? null : granted.lease();
        refusal = null;
        trouble = null;
        overLimit = granted.overLimit();
        hopeless = null;
        Duration wait = pace.granted(granted);
        boolean followed = seat != null && entitlements.follow(granted.lease(), seat);
        return followed || wait.compareTo(LOOK_AGAIN) < 0 ? wait : LOOK_AGAIN;
    }

    private Duration activationRefused(Outcome.Refused refused) {
        trouble = null;
        refusal = Refusal.of(refused.denial());
        with.file.adopt(with.state().denied(refused.denial().token()));
        return refusal.remedy() == Remedy.CHECK_SECRET ? pace.refusedSecret() : pace.refused(refused.retryAfter());
    }

    private Duration checkRefused(Outcome.Refused refused) {
        trouble = null;
        Refusal meant = Refusal.of(refused.denial());
        refusal = meant;
        String token = refused.denial().token();
        if (!meant.endsTheSeat()) {
            with.file.adopt(with.state().denied(token));
            return pace.refused(refused.retryAfter());
        }
        with.file.adopt(with.state().evicted(token));
        lease = null;
        if (meant.remedy() == Remedy.RESTART) {
            String secret = secret();
            purpose = secret == null ? null : activation.purpose(secret);
            hopeless = purpose;
            return LOOK_AGAIN;
        }
        return pace.evicted();
    }

    private Duration failed(Outcome.Unanswered unanswered) {
        trouble = unanswered.trouble();
        return pace.unanswered(unanswered);
    }

    /** True when there is a secret that was not refused yet, which is reason enough not to wait any longer. */
    synchronized boolean hasNewSecret() {
        String secret = with.state().seat() == null && refusal != null ? secret() : null;
        return secret != null && !activation.purpose(secret).equals(purpose);
    }

    /** Gives the seat back at once. From now on nothing is permitted, whatever the server answers. */
    synchronized boolean release() {
        lease = null;
        publish();
        boolean released = new Release(with).run();
        publish();
        return released;
    }

    /** Imports an offline license. */
    synchronized OfflineLicense take(String file) throws TokenException, IOException {
        keys.areKnown();
        OfflineLicense license = offline.take(file);
        publish();
        return license;
    }

    synchronized OfflineLicense borrow(Duration time) throws TokenException, IOException {
        OfflineLicense license = offline.borrow(time.toSeconds());
        publish();
        return license;
    }

    synchronized @Nullable String giveBack() throws IOException {
        String proof = offline.giveBack();
        publish();
        return proof;
    }

    /** What the license would grant, without taking a seat. */
    Preview preview() throws IOException {
        String secret = secret();
        if (secret == null) {
            throw new IOException("There is no license secret");
        }
        return new Previewing(with).run(secret);
    }

    synchronized String offlineRequest() throws IOException {
        return offline.request();
    }

    private @Nullable String secret() {
        try {
            String read = secrets.read();
            String trimmed = read == null ? "" : PastedSecret.trim(read);
            return trimmed.isEmpty() ? null : trimmed;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "client.secret-unreadable: " + e.getClass().getSimpleName());
            return null;
        }
    }

    /** Writes the time down now and then, so that a clock that is set back while the process is down gains next to nothing. */
    synchronized void keepTime() {
        TimeMark known = with.state().time();
        TimeMark now = with.time.mark();
        if (known == null || Duration.between(known.earliest(), now.earliest()).compareTo(TIME_IS_KEPT_EVERY) >= 0) {
            with.file.adopt(with.state().at(now));
        }
    }

    private void publish() {
        Seat seat = with.state().seat();
        standing = new Standing(
                seat == null ? null : seat.instanceId(),
                with.time.isConfirmed() ? lease : null, // one from an old answer may be over for long
                offline.current(),
                refusal,
                trouble,
                pace.failures(),
                overLimit,
                entitlements.known());
    }

    /** Tries once more to write down what could not be written before. */
    synchronized void flush() {
        with.file.adopt(with.state());
    }
}
