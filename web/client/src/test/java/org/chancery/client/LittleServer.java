package org.chancery.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.token.TestClaims;
import org.chancery.client.token.TestSigner;
import org.chancery.client.wire.Wire;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** A server that grants everything until it is told to refuse or to break. */
final class LittleServer implements Wire {

    final TestSigner signer = new TestSigner("key-1");
    final List<WireRequest> requests = new ArrayList<>();
    private final Supplier<Instant> clock;
    Duration leaseLength = Duration.ofDays(1);
    String tag = "\"1-abc\"";
    long revision = 1;
    int code;

    @Nullable
    String reason;

    @Nullable
    WireAnswer insteadOfAll;

    @Nullable
    IOException failure;

    Map<String, String> headers = Map.of();
    private long epoch;
    private long seq;
    int overLimit;
    Runnable beforeAnswer = () -> {};

    LittleServer(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        requests.add(request);
        beforeAnswer.run();
        if (failure != null) {
            throw failure;
        }
        if (insteadOfAll != null) {
            return insteadOfAll;
        }
        if (request.path().endsWith("jwks.json")) {
            return answer(200, signer.jwkSet());
        }
        if (request.method().equals("DELETE")) {
            return answer(204, "");
        }
        if (request.method().equals("GET")) {
            return new WireAnswer(200, Map.of("etag", tag), entitlements().getBytes(StandardCharsets.UTF_8));
        }
        return decide(JsonObject.parse(body(request)));
    }

    private WireAnswer decide(JsonObject body) {
        boolean isActivation = body.has("instanceName");
        if (code != 0) {
            return refused(body, isActivation ? body.text("instanceName") : TestClaims.INSTANCE);
        }
        epoch = isActivation ? epoch + 1 : epoch;
        seq = isActivation ? 1 : seq + 1;
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("seq", seq);
        answer.put("lease", lease(body));
        answer.put(isActivation ? "checkInterval" : "nextCheckAfter", 3600);
        if (overLimit > 0) {
            answer.put("overLimit", Map.of("limit", 1, "used", overLimit, "until", "2026-05-01T00:00:00Z"));
        }
        return answer(isActivation ? 201 : 200, JsonWriter.write(answer));
    }

    private String lease(JsonObject body) {
        Map<String, @Nullable Object> claims = TestClaims.lease();
        claims.put("ep", epoch);
        claims.put("seq", seq);
        claims.put("cnf", Map.of("s256", body.text("nextSecretHash")));
        claims.put("nonce", body.text("nonce"));
        claims.put("iat", clock.get().getEpochSecond());
        claims.put("exp", clock.get().plus(leaseLength).getEpochSecond());
        claims.put("ent", tag);
        return signer.token("lease+jwt", claims);
    }

    private WireAnswer refused(JsonObject body, String subject) {
        Map<String, @Nullable Object> claims = TestClaims.denial(code, reason);
        claims.put("sub", subject);
        claims.put("nonce", body.text("nonce"));
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("code", code);
        problem.put("reason", reason);
        problem.put("denial", signer.token("denial+jwt", claims));
        return new WireAnswer(409, headers, JsonWriter.bytes(problem));
    }

    String entitlements() {
        return "{\"license\":\"" + TestClaims.LICENSE + "\",\"product\":\"" + TestClaims.PRODUCT + "\",\"revision\":"
                + revision + ",\"plan\":{\"code\":\"startup\",\"name\":\"Startup\"},\"seatClass\":\"production\","
                + "\"limits\":{\"devices\":500,\"assets\":\"unlimited\"},\"features\":[\"white-label\"],"
                + "\"addOns\":{\"custom-domains\":2},\"support\":\"priority\","
                + "\"domains\":[{\"name\":\"a.example\",\"state\":\"verified\"}],"
                + "\"brands\":[{\"domain\":\"a.example\",\"href\":\"https://x\",\"sha256\":\"y\"}],"
                + "\"updatesUntil\":\"2026-12-31\",\"tlsAsk\":\"https://ask\"}";
    }

    WireRequest last() {
        return requests.get(requests.size() - 1);
    }

    JsonObject lastBody() {
        return JsonObject.parse(body(last()));
    }

    static WireAnswer answer(int status, String body) {
        return new WireAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(WireRequest request) {
        return request.body() == null ? "{}" : request.body();
    }
}
