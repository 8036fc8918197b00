package org.chancery.client;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.chancery.client.json.JsonObject;
import org.chancery.client.wire.UnsentException;
import org.chancery.client.wire.Wire;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;

/** Everything between a process and the server: it loses, delays, repeats, resets, and answers in the server's place. */
final class SimulatedWire implements Wire {

    private static final int PERCENT = 100;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final String[] NOT_OURS = {
        "<html><body>Sign in to the guest network</body></html>",
        "",
        "{\"code\":103,\"reason\":\"canceled\",\"remedy\":\"open-portal\"}",
        "{\"code\":107,\"reason\":\"fork\"}",
        "{\"code\":108,\"reason\":\"deactivated\",\"denial\":\"a.b.c\"}",
        "{\"lease\":\"a.b.c\"}",
    };
    private static final int[] STATUSES = {200, 201, 302, 400, 401, 403, 404, 409, 410, 429, 500, 502, 503};

    private static final JsonObject EMPTY = JsonObject.parse("{}");

    /** A message that is still on its way. */
    private record Late(WireRequest request, Instant until) {}

    private final World world;
    private final SplittableRandom random;
    private final List<Late> late = new ArrayList<>();
    int faultPercent;
    int crashPercent;
    /** True when the last exchange brought the server's own answer to this very question. */
    boolean wasAnswered;

    SimulatedWire(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        wasAnswered = false;
        crashesHere();
        world.pass(Duration.ofMillis(random.nextInt(3000)));
        WireAnswer answer = random.nextInt(PERCENT) < faultPercent ? faulty(request) : answered(request);
        world.pass(Duration.ofMillis(random.nextInt(3000)));
        crashesHere();
        return answer;
    }

    private WireAnswer answered(WireRequest request) {
        WireAnswer answer = world.server.handle(request, true);
        wasAnswered = true;
        return answer;
    }

    private WireAnswer faulty(WireRequest request) throws IOException {
        switch (random.nextInt(10)) {
            case 0 ->
                throw random.nextBoolean()
                        ? new UnsentException(new ConnectException())
                        : new IOException("Lost on the way there");
            case 1 -> {
                world.server.handle(request, true);
                throw new IOException("Lost on the way back");
            }
            case 2 -> {
                late.add(new Late(request, world.now().plus(LONGEST_DELAY)));
                throw new IOException("Still on its way");
            }
            case 3 -> {
                world.server.handle(request, false);
                throw new IOException("The server died before it committed");
            }
            case 4 -> {
                late.add(new Late(request, world.now().plus(LONGEST_DELAY)));
                return answered(request); // and once more later
            }
            case 5 -> {
                world.server.handle(request, true);
                return answered(request); // twice at once
            }
            case 6 -> {
                return somebodyElse();
            }
            case 7 -> {
                world.server.handle(request, true);
                return somebodyElse();
            }
            case 8 -> {
                List<WireAnswer> recorded = world.server.recorded();
                return recorded.isEmpty() ? somebodyElse() : recorded.get(random.nextInt(recorded.size()));
            }
            default -> {
                return damaged(world.server.handle(request, true));
            }
        }
    }

    private WireAnswer somebodyElse() {
        String body = NOT_OURS[random.nextInt(NOT_OURS.length)];
        int status = STATUSES[random.nextInt(STATUSES.length)];
        return new WireAnswer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private WireAnswer damaged(WireAnswer answer) {
        byte[] body = answer.body().clone();
        if (body.length > 0) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(7));
        }
        // A denial that the damage has missed is as good as ever.
        String denial = Objects.requireNonNullElse(answer.json(), EMPTY).optionalText("denial");
        wasAnswered = denial != null && new String(body, StandardCharsets.UTF_8).contains(denial);
        return new WireAnswer(answer.status(), answer.headers(), body);
    }

    /** One of the messages that are still on their way arrives, and its answer goes nowhere. */
    void deliverLate() {
        late.removeIf(message -> message.until().isBefore(world.now()));
        if (!late.isEmpty()) {
            world.server.handle(late.remove(random.nextInt(late.size())).request(), random.nextInt(PERCENT) < 95);
        }
    }

    void forgetLate() {
        late.clear();
    }

    private void crashesHere() {
        if (random.nextInt(PERCENT) < crashPercent) {
            throw new Crash();
        }
    }
}
