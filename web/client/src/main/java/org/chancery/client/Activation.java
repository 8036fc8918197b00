package org.chancery.client;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.state.Attempt;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.Seat;
import org.chancery.client.token.Lease;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Takes a seat. The attempt is written down before it is sent and repeated word for word until the server grants it, so
 * that a lost answer never costs a seat.
 */
final class Activation {

    private static final String PATH = "/api/v1/instances";
    private static final int KEY_BYTES = 24;

    private final Correspondence with;

    Activation(Correspondence with) {
        this.with = with;
    }

    /** Names what would be asked for: another secret or other settings make another purpose. */
    String purpose(String licenseSecret) {
        Placement placement = with.placement;
        return CheckSecret.hashOf(String.join(
                "\n",
                licenseSecret,
                with.software.product(),
                with.software.version(),
                with.software.releaseDate().toString(),
                placement.deploymentId(),
                placement.instanceName(),
                placement.seatClass().word(),
                String.valueOf(placement.leaseSeconds())));
    }

    Outcome run(String licenseSecret) {
        try {
            Attempt attempt = prepare(licenseSecret);
            return send(attempt, licenseSecret);
        } catch (IOException e) {
            return new Outcome.Unanswered(Trouble.STATE_NOT_USABLE);
        }
    }

    private Attempt prepare(String licenseSecret) throws IOException {
        String purpose = purpose(licenseSecret);
        Attempt pending = with.state().attempt();
        if (pending != null && pending.purpose().equals(purpose)) {
            return pending;
        }
        CheckSecret secret = with.draw();
        String nonce = with.newNonce();
        Attempt attempt =
                new Attempt(purpose, with.machine.randomText(KEY_BYTES), nonce, body(secret.hash(), nonce), secret);
        with.file.keep(with.state().attempting(attempt));
        return attempt;
    }

    private String body(String nextSecretHash, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("product", with.software.product());
        body.put("productVersion", with.software.version());
        body.put("releaseDate", with.software.releaseDate());
        body.put("deploymentId", with.placement.deploymentId());
        body.put("instanceName", with.placement.instanceName());
        body.put("seatClass", with.placement.seatClass().word());
        body.put("bootId", with.bootId);
        body.put("nextSecretHash", nextSecretHash);
        body.put("nonce", nonce);
        body.put("leaseSeconds", with.placement.leaseSeconds());
        return JsonWriter.write(body);
    }

    private Outcome send(Attempt attempt, String licenseSecret) {
        WireRequest request =
                WireRequest.post(PATH, licenseSecret, attempt.body()).with("Idempotency-Key", attempt.key());
        WireAnswer answer;
        try {
            answer = with.exchange(request);
        } catch (IOException e) {
            return new Outcome.Unanswered(Trouble.UNREACHABLE);
        }
        JsonObject json = answer.json();
        String lease = Answers.lease(json);
        return json == null || lease == null
                ? Answers.refusal(answer, json, with.verifier, with.placement.instanceName(), attempt.nonce())
                : granted(lease, attempt, json);
    }

    private Outcome granted(String token, Attempt attempt, JsonObject json) {
        Lease lease;
        try {
            lease = with.verifier.lease(
                    token,
                    new TokenVerifier.Expected(null, null, 0, attempt.secret().hash(), attempt.nonce()));
        } catch (TokenException e) {
            return new Outcome.Unanswered(Trouble.NOT_TRUSTED);
        }
        boolean prompt = with.tellTime(lease);
        Duration next = Correspondence.reasonable(Answers.number(json, "checkInterval"), lease);
        Seat seat = new Seat(
                lease.instanceId(),
                lease.epoch(),
                lease.seq(),
                attempt.secret(),
                lease.token(),
                next.toSeconds(),
                false);
        with.file.adopt(with.state().activated(seat).at(with.time.mark()));
        return new Outcome.Granted(lease, next, prompt, null);
    }
}
