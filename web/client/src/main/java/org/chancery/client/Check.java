package org.chancery.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.Seat;
import org.chancery.client.state.StoredEntitlements;
import org.chancery.client.token.Lease;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Asks to keep running. The next check secret is drawn and written down before its hash is sent, and the same one is
 * proposed until an answer confirms it: whatever is lost on the way, both sides know one secret in common.
 */
final class Check {

    private static final Logger LOG = System.getLogger(Check.class.getName());

    private final Correspondence with;
    private final ReportSource reports;
    private final EntitlementsReader entitlements;

    Check(Correspondence with, ReportSource reports, EntitlementsReader entitlements) {
        this.with = with;
        this.reports = reports;
        this.entitlements = entitlements;
    }

    Outcome run(Seat seat) {
        CheckSecret proposal;
        try {
            proposal = propose();
        } catch (IOException e) {
            return new Outcome.Unanswered(Trouble.STATE_NOT_USABLE);
        }
        String nonce = with.newNonce();
        WireRequest request = WireRequest.post(
                "/api/v1/instances/" + seat.instanceId() + "/checks",
                seat.secret().clear(),
                body(seat, proposal.hash(), nonce));
        try {
            return read(with.exchange(request), seat, proposal, nonce);
        } catch (IOException e) {
            return new Outcome.Unanswered(Trouble.UNREACHABLE);
        }
    }

    private CheckSecret propose() throws IOException {
        CheckSecret pending = with.state().proposal();
        if (pending != null) {
            return pending;
        }
        CheckSecret drawn = with.draw();
        with.file.keep(with.state().proposing(drawn).at(with.time.mark()));
        return drawn;
    }

    private String body(Seat seat, String nextSecretHash, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("epoch", seat.epoch());
        body.put("seq", seat.seq());
        body.put("nextSecretHash", nextSecretHash);
        body.put("nonce", nonce);
        body.put("bootId", with.bootId);
        body.put("receipt", seat.lease());
        body.put("productVersion", with.software.version());
        body.put("releaseDate", with.software.releaseDate());
        putReport(body);
        putApplied(body);
        return JsonWriter.write(body);
    }

    private void putReport(Map<String, @Nullable Object> body) {
        try {
            Report report = reports.report();
            body.put("usage", report.usage().isEmpty() ? null : report.usage());
            body.put(
                    "certificates",
                    report.certificates().isEmpty()
                            ? null
                            : report.certificates().stream()
                                    .map(CertificateReport::members)
                                    .toList());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "client.report-failed", e);
        }
    }

    private void putApplied(Map<String, @Nullable Object> body) {
        StoredEntitlements stored = with.state().entitlements();
        Entitlements known = entitlements.known();
        if (stored != null && known != null) {
            body.put("appliedRevision", stored.applied() ? known.revision() : null);
            body.put("restartNeeded", !stored.applied());
        }
    }

    private Outcome read(WireAnswer answer, Seat seat, CheckSecret proposal, String nonce) {
        JsonObject json = answer.json();
        String token = Answers.lease(json);
        if (json == null || token == null) {
            return Answers.refusal(answer, json, with.verifier, seat.instanceId(), nonce);
        }
        try {
            Lease lease = with.verifier.lease(
                    token,
                    new TokenVerifier.Expected(seat.instanceId(), seat.epoch(), seat.seq(), proposal.hash(), nonce));
            return granted(lease, seat, proposal, json);
        } catch (TokenException e) {
            return new Outcome.Unanswered(Trouble.NOT_TRUSTED);
        }
    }

    private Outcome granted(Lease lease, Seat before, CheckSecret accepted, JsonObject json) {
        boolean prompt = with.tellTime(lease);
        Duration next = Correspondence.reasonable(Answers.number(json, "nextCheckAfter"), lease);
        Seat renewed = new Seat(
                lease.instanceId(),
                lease.epoch(),
                lease.seq(),
                accepted,
                lease.token(),
                next.toSeconds(),
                before.leaving() && !prompt); // only a secret drawn since then is safe from a late farewell
        with.file.adopt(with.state().checked(renewed).at(with.time.mark()));
        return new Outcome.Granted(lease, next, prompt, Answers.overLimit(json));
    }
}
