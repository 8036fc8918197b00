package org.chancery.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.chancery.client.json.JsonObject;
import org.chancery.client.json.JsonWriter;
import org.chancery.client.state.CheckSecret;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.chancery.model.licensing.Receipt;
import org.chancery.model.licensing.Rotation;
import org.chancery.model.licensing.RotationMessage;
import org.chancery.model.licensing.RotationRow;
import org.chancery.model.licensing.RotationState;
import org.chancery.web.api.json.JsonSetup;
import org.chancery.web.api.licensing.ActivationRequest;
import org.chancery.web.api.licensing.CheckRequest;
import org.jspecify.annotations.Nullable;

/**
 * A license server with one license of one seat. The decision on a check is the server's own {@link Rotation}, and bodies
 * are read as the API reads them; around that stand the rules of seats in a few lines, and a database of immutable rows,
 * so that a transaction is committed or not by one assignment.
 */
final class SimulatedServer {

    static final String SECRET = "lic_world";
    static final String PRODUCT = "iot-platform";
    private static final String ISSUER = "https://licenses.example";
    private static final String ENTITLEMENT_TAG = "\"1-abc\"";
    private static final int SEATS = 1;

    /** One instance as it lies in the database. */
    record Row(
            RotationState rotation,
            String name,
            String attempt,
            boolean active,
            Instant issuedAt,
            Instant seatUntil,
            Instant lastCheckAt) {

        boolean holdsSeatAt(Instant now) {
            return seatUntil.isAfter(now);
        }
    }

    /** A database is what was committed last. */
    record Database(Map<UUID, Row> rows, Map<String, String> keptAnswers) {

        Database with(UUID id, Row row) {
            Map<UUID, Row> next = new HashMap<>(rows);
            next.put(id, row);
            return new Database(next, keptAnswers);
        }

        Database keeping(String key, String answer) {
            Map<String, String> next = new HashMap<>(keptAnswers);
            next.put(key, answer);
            return new Database(rows, next);
        }
    }

    private final QuickSeal seal = new QuickSeal();
    private final Supplier<Instant> clock;
    private final Duration leaseLength;
    private final List<Database> commits = new ArrayList<>();
    private final List<WireAnswer> recorded = new ArrayList<>();
    private Database database = new Database(Map.of(), Map.of());
    private long ids;
    final Map<RotationRow, Integer> decided = new HashMap<>();

    SimulatedServer(Supplier<Instant> clock, Duration leaseLength) {
        this.clock = clock;
        this.leaseLength = leaseLength;
    }

    Duration interval() {
        return leaseLength.dividedBy(3);
    }

    /** Everything it ever answered, for whoever wants to answer in its place. */
    List<WireAnswer> recorded() {
        return recorded;
    }

    /** The database is as it was some commits ago, but the seat is known to it. */
    void restore(int commitsBack) {
        int wanted = Math.max(firstOfEpoch(), commits.size() - 1 - commitsBack);
        if (wanted < commits.size()) {
            database = commits.get(wanted);
            commits.subList(wanted + 1, commits.size()).clear();
        }
    }

    private int firstOfEpoch() {
        for (int at = commits.size() - 1; at > 0; at--) {
            if (!epochs(commits.get(at - 1)).equals(epochs(database))) {
                return at;
            }
        }
        return 0;
    }

    private static Map<UUID, Integer> epochs(Database state) {
        Map<UUID, Integer> epochs = new HashMap<>();
        state.rows().forEach((id, row) -> epochs.put(id, row.rotation().epoch()));
        return epochs;
    }

    /**
     * Handles one message.
     *
     * @param commits whether the server lives until its transaction is committed
     */
    WireAnswer handle(WireRequest request, boolean commits) {
        Database before = database;
        WireAnswer answer = route(request);
        if (!commits) {
            database = before;
        } else if (database != before) {
            this.commits.add(database);
        }
        if (commits) {
            recorded.add(answer); // nothing is signed before it is committed
        }
        return answer;
    }

    private WireAnswer route(WireRequest request) {
        String[] path = request.path().split("/");
        if (request.method().equals("POST") && path.length == 4) {
            return activate(request, read(request, ActivationRequest.class));
        }
        UUID id = UUID.fromString(path[4]);
        return switch (request.method()) {
            case "POST" -> check(id, request, read(request, CheckRequest.class));
            case "DELETE" -> release(id, request);
            default -> entitlements();
        };
    }

    private static <T> T read(WireRequest request, Class<T> type) {
        try {
            return JsonSetup.mapper().readValue(request.body(), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError("The API does not read this", e);
        }
    }

    private WireAnswer activate(WireRequest request, ActivationRequest body) {
        String key = Objects.requireNonNull(request.headers().get("Idempotency-Key"));
        String kept = database.keptAnswers().get(key);
        if (kept != null) {
            return json(201, kept);
        }
        String name = Objects.requireNonNull(body.instanceName());
        String nonce = Objects.requireNonNull(body.nonce());
        if (!SECRET.equals(request.bearer())) {
            return refused(401, 101, null, name, nonce);
        }
        Instant now = clock.get();
        Optional<Map.Entry<UUID, Row>> holder = database.rows().entrySet().stream()
                .filter(row -> row.getValue().name().equals(name))
                .findFirst();
        if (holder.isPresent() && isAttempt(holder.get().getValue(), key, body)) {
            return activated(holder.get().getKey(), holder.get().getValue(), nonce);
        }
        boolean busy = holder.isPresent()
                && holder.get().getValue().holdsSeatAt(now)
                && !isSilent(holder.get().getValue(), now);
        UUID id = holder.map(Map.Entry::getKey).orElseGet(() -> new UUID(7, ++ids));
        if (busy || !hasSeatFor(id, now)) {
            return refused(409, 104, null, name, nonce);
        }
        int epoch = holder.map(row -> row.getValue().rotation().epoch() + 1).orElse(1);
        Row row = new Row(
                RotationState.activated(id, epoch, hash(body.nextSecretHash()), Objects.requireNonNull(body.bootId())),
                name,
                key,
                true,
                second(now),
                second(now).plus(leaseLength),
                now);
        database = database.with(id, row);
        WireAnswer answer = activated(id, row, nonce);
        database = database.keeping(key, new String(answer.body(), StandardCharsets.UTF_8));
        return answer;
    }

    private static boolean isAttempt(Row row, String key, ActivationRequest body) {
        return row.active()
                && row.attempt().equals(key)
                && row.rotation().currentHash().equals(body.nextSecretHash());
    }

    private boolean isSilent(Row row, Instant now) {
        return now.isAfter(row.lastCheckAt().plus(interval().multipliedBy(2)));
    }

    private boolean hasSeatFor(UUID id, Instant now) {
        return database.rows().entrySet().stream()
                        .filter(row ->
                                !row.getKey().equals(id) && row.getValue().holdsSeatAt(now))
                        .count()
                < SEATS;
    }

    private WireAnswer check(UUID id, WireRequest request, CheckRequest body) {
        String nonce = Objects.requireNonNull(body.nonce());
        Row row = database.rows().get(id);
        if (row == null) {
            return refused(404, 105, null, id.toString(), nonce);
        }
        Instant now = clock.get();
        RotationMessage message = new RotationMessage(
                CheckSecret.hashOf(Objects.requireNonNull(request.bearer())),
                hash(body.nextSecretHash()),
                Objects.requireNonNull(body.epoch()),
                Objects.requireNonNull(body.bootId()));
        Rotation rotation = Rotation.decide(row.rotation(), message, () -> receipt(body.receipt()));
        decided.merge(rotation.row(), 1, Integer::sum);
        if (!row.active() || !row.holdsSeatAt(now) && !hasSeatFor(id, now)) {
            return refused(410, 108, "lapsed", id.toString(), nonce);
        }
        if (!rotation.row().isAccepted()) {
            return refused(409, 107, rotation.row().name(), id.toString(), nonce);
        }
        Row next = followed(row, rotation, now);
        database = database.with(id, next);
        return checked(id, next, nonce);
    }

    private Row followed(Row row, Rotation rotation, Instant now) {
        boolean renews = rotation.row() != RotationRow.REPLAY;
        Instant from =
                rotation.provenIssue() != null && rotation.provenIssue().isAfter(now) ? rotation.provenIssue() : now;
        Instant issuedAt = renews && second(from).isAfter(row.issuedAt()) ? second(from) : row.issuedAt();
        return new Row(
                rotation.state(),
                row.name(),
                row.attempt(),
                true,
                issuedAt,
                renews ? issuedAt.plus(leaseLength) : row.seatUntil(),
                now);
    }

    private Optional<Receipt> receipt(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        JsonObject claims = JsonObject.parse(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        return Optional.of(new Receipt(
                UUID.fromString(claims.text("sub")),
                Math.toIntExact(claims.number("ep")),
                claims.number("seq"),
                claims.object("cnf").text("s256"),
                Instant.ofEpochSecond(claims.number("iat"))));
    }

    private WireAnswer release(UUID id, WireRequest request) {
        Row row = database.rows().get(id);
        String presented = CheckSecret.hashOf(Objects.requireNonNull(request.bearer()));
        if (row == null || !row.rotation().currentHash().equals(presented)) {
            return json(409, "{\"code\":107,\"reason\":\"stale\"}");
        }
        Instant now = clock.get();
        Instant until = now.isBefore(row.seatUntil()) ? now : row.seatUntil();
        database = database.with(
                id,
                new Row(row.rotation(), row.name(), row.attempt(), false, row.issuedAt(), until, row.lastCheckAt()));
        return json(204, "");
    }

    private WireAnswer entitlements() {
        String license = new UUID(9, 9).toString();
        String document = "{\"license\":\"" + license + "\",\"product\":\"" + PRODUCT
                + "\",\"revision\":1,\"plan\":{\"code\":\"startup\"}}";
        return new WireAnswer(200, Map.of("etag", ENTITLEMENT_TAG), document.getBytes(StandardCharsets.UTF_8));
    }

    private WireAnswer activated(UUID id, Row row, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("instanceId", id);
        body.put("epoch", row.rotation().epoch());
        body.put("seq", row.rotation().seq());
        body.put("lease", lease(id, row, nonce));
        body.put("checkInterval", interval().toSeconds());
        return json(201, JsonWriter.write(body));
    }

    private WireAnswer checked(UUID id, Row row, String nonce) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("seq", row.rotation().seq());
        body.put("lease", lease(id, row, nonce));
        body.put("entitlementsChanged", false);
        body.put("nextCheckAfter", interval().toSeconds());
        return json(200, JsonWriter.write(body));
    }

    private String lease(UUID id, Row row, String nonce) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", PRODUCT);
        claims.put("sub", id);
        claims.put("lid", new UUID(9, 9));
        claims.put("ep", row.rotation().epoch());
        claims.put("seq", row.rotation().seq());
        claims.put("cnf", Map.of("s256", row.rotation().currentHash()));
        claims.put("nonce", nonce);
        claims.put("iat", row.issuedAt().getEpochSecond());
        claims.put("exp", row.issuedAt().plus(leaseLength).getEpochSecond());
        claims.put("cls", "production");
        claims.put("ent", ENTITLEMENT_TAG);
        return seal.token("lease+jwt", claims);
    }

    private WireAnswer refused(int status, int code, @Nullable String reason, String subject, String nonce) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("aud", PRODUCT);
        claims.put("sub", subject);
        claims.put("code", code);
        claims.put("reason", reason);
        claims.put("nonce", nonce);
        claims.put("iat", clock.get().getEpochSecond());
        Map<String, @Nullable Object> problem = new LinkedHashMap<>();
        problem.put("code", code);
        problem.put("reason", reason);
        problem.put("denial", seal.token("denial+jwt", claims));
        return json(status, JsonWriter.write(problem));
    }

    private static WireAnswer json(int status, String body) {
        return new WireAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(@Nullable String hash) {
        return Objects.requireNonNull(hash);
    }
}
