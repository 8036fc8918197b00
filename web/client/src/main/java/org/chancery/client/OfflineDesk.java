package org.chancery.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.state.ClientState;
import org.chancery.client.state.Seat;
import org.chancery.client.token.OfflineLicense;
import org.chancery.client.token.TokenException;
import org.chancery.client.token.TokenRefusal;
import org.chancery.client.token.TokenVerifier;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** Offline licenses: asking for one, importing it, giving it back. */
final class OfflineDesk {

    private static final int CREATED = 201;
    private static final String DEPLOYMENT = "deployment";
    private static final int SECRET_BYTES = 32;

    private final Correspondence with;
    private @Nullable OfflineLicense current;

    OfflineDesk(Correspondence with) {
        this.with = with;
    }

    /** The imported file; it may be over. */
    @Nullable
    OfflineLicense current() {
        return current;
    }

    /** Reads the file of the last process again. One that is no longer believed permits nothing. */
    void resume() {
        String held = with.state().offline().license();
        try {
            current = held == null ? null : verified(held);
        } catch (TokenException e) {
            current = null;
        }
    }

    /**
     * Verifies a file and writes it down.
     *
     * @throws TokenException with the first thing that is wrong with it
     * @throws IOException when it can't be written down; it then permits nothing
     */
    OfflineLicense take(String text) throws TokenException, IOException {
        String token = text.strip();
        OfflineLicense license = verified(token);
        with.time.notBefore(license.issuedAt());
        with.file.keep(with.state().withOfflineLicense(token).at(with.time.mark()));
        current = license;
        return license;
    }

    private OfflineLicense verified(String token) throws TokenException {
        ClientState state = with.state();
        Seat seat = state.seat();
        TokenVerifier.Site site = new TokenVerifier.Site(
                with.placement.deploymentId(),
                with.placement.instanceName(),
                seat == null ? null : seat.instanceId(),
                with.software.releaseDate(),
                Set.copyOf(state.offline().returned()));
        return with.verifier.offlineLicense(token, site, with.time.now());
    }

    /** What a person takes to the portal, from a site that is never online. Each one asks for a file of its own. */
    String request() throws IOException {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("product", with.software.product());
        request.put("productVersion", with.software.version());
        request.put("releaseDate", with.software.releaseDate());
        request.put("deploymentId", with.placement.deploymentId());
        request.put("instanceName", with.placement.instanceName());
        request.put("seatClass", with.placement.seatClass().word());
        request.put("bind", binding());
        request.put("returnHash", returnSecret().hash());
        request.put("nonce", with.newNonce());
        return JsonWriter.write(request);
    }

    private Map<String, String> binding() {
        Map<String, String> binding = new LinkedHashMap<>();
        binding.put("type", DEPLOYMENT);
        binding.put("value", with.placement.deploymentId());
        return binding;
    }

    /** Written down before its hash leaves the machine, for it alone gives the file back. */
    private CheckSecret returnSecret() throws IOException {
        CheckSecret held = with.state().offline().returnSecret();
        if (held != null) {
            return held;
        }
        CheckSecret drawn = new CheckSecret("ret_" + with.machine.randomText(SECRET_BYTES));
        with.file.keep(with.state().promising(drawn).at(with.time.mark()));
        return drawn;
    }

    /**
     * Gives the file back: it permits nothing any more and is never accepted again, nor is any other that this place asked
     * for before. Asked once more, the return file is the same.
     *
     * @return what a person takes to the portal, or null when there is no file
     */
    @Nullable
    String giveBack() throws IOException {
        OfflineLicense given = current;
        if (given == null) {
            return with.state().offline().proof();
        }
        List<String> names = new ArrayList<>(List.of(given.id()));
        Map<String, @Nullable Object> proof = new LinkedHashMap<>();
        proof.put("returned", given.id());
        proof.put("license", given.token());
        proof.put("at", with.time.now());
        CheckSecret secret = with.state().offline().returnSecret();
        if (secret != null && secret.hash().equals(given.returnHash())) {
            names.add(secret.hash());
            proof.put("returnSecret", secret.clear());
        }
        String written = JsonWriter.write(proof);
        with.file.keep(with.state().withoutOfflineLicense(names, written).at(with.time.mark()));
        current = null;
        return written;
    }

    /** Turns the seat into a file of that many seconds, while the server can still be reached. */
    OfflineLicense borrow(long seconds) throws TokenException, IOException {
        Seat seat = with.state().seat();
        if (seat == null) {
            throw new IOException("There is no seat to borrow");
        }
        String body = JsonWriter.write(Map.of(
                "ttl", seconds, "bind", binding(), "returnHash", returnSecret().hash()));
        String path = "/api/v1/instances/" + seat.instanceId() + "/offline-licenses";
        WireAnswer answer = with.exchange(WireRequest.post(path, seat.secret().clear(), body));
        if (answer.status() != CREATED) {
            throw new IOException("The server lends no license: " + answer.status());
        }
        return take(tokenIn(answer));
    }

    /** The token stands alone or in an object. */
    private static String tokenIn(WireAnswer answer) throws TokenException {
        JsonObject json = answer.json();
        if (json == null) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
        try {
            return json.text("license");
        } catch (JsonException e) {
            throw new TokenException(TokenRefusal.MALFORMED);
        }
    }
}
