package org.chancery.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line on which things go wrong by its own seeded chance. It counts what it did and what the server said. */
public final class FaultyLine implements Line {

    private static final int PERCENT = 100;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final String PAGE = "<html><body>Sign in to the guest network</body></html>";
    private static final String[] REFUSALS = {
        "{\"code\":103,\"reason\":\"canceled\",\"remedy\":\"open-portal\"}",
        "{\"code\":107,\"reason\":\"fork\"}",
        "{\"code\":108,\"reason\":\"deactivated\",\"denial\":\"a.b.c\"}",
    };
    private static final int[] FAULTS = {500, 502, 503};
    private static final Pattern DENIAL = Pattern.compile("\"denial\":\"([^\"]+)\"");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]+)\"");
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");
    private static final Pattern EPOCH = Pattern.compile("\"epoch\":(\\d+)");

    /** A message that is still on its way. */
    private record Late(ProxiedRequest request, Instant until) {}

    private final SplittableRandom random;
    private final Supplier<Instant> clock;
    private final List<Late> late = new ArrayList<>();
    private final List<byte[]> recorded = new ArrayList<>();
    private final Set<String> rotations = new HashSet<>();
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final Map<String, Integer> heard = new HashMap<>();
    private int faultPercent;
    private boolean answered;

    public FaultyLine(SplittableRandom random, Supplier<Instant> clock) {
        this.random = random;
        this.clock = clock;
    }

    public synchronized void trouble(int percent) {
        faultPercent = percent;
    }

    /** From now on nothing goes wrong any more, and what is still on its way never arrives. */
    public synchronized void calm() {
        faultPercent = 0;
        late.clear();
    }

    /** The next question begins. */
    public synchronized void ask() {
        answered = false;
    }

    /** Whether the server's own answer to the question was let through. */
    public synchronized boolean isAnswered() {
        return answered;
    }

    @Override
    public void carry(ProxiedExchange exchange) throws IOException {
        Fault fault = draw();
        if (fault == null) {
            answer(exchange, send(exchange.request()));
            return;
        }
        switch (fault) {
            case RESET -> exchange.reset();
            case ANSWER_LOST -> {
                send(exchange.request());
                exchange.reset();
            }
            case ANSWER_LATE -> {
                send(exchange.request());
                exchange.outwait();
            }
            case MESSAGE_LATE -> {
                keep(exchange.request());
                exchange.outwait();
            }
            case REPEATED_LATER -> {
                keep(exchange.request());
                answer(exchange, send(exchange.request()));
            }
            case REPEATED -> {
                send(exchange.request());
                answer(exchange, send(exchange.request()));
            }
            case PAGE_INSTEAD -> exchange.answer(page(200));
            case PAGE_AFTER -> {
                send(exchange.request());
                exchange.answer(page(200));
            }
            case FAULT_INSTEAD -> exchange.answer(page(FAULTS[below(FAULTS.length)]));
            case FAULT_AFTER -> {
                send(exchange.request());
                exchange.answer(page(FAULTS[below(FAULTS.length)]));
            }
            case UNSIGNED -> exchange.answer(message(409, "application/problem+json", REFUSALS[below(3)]));
            case TRUNCATED -> {
                String whole = new String(send(exchange.request()), StandardCharsets.ISO_8859_1);
                exchange.answer(bytes(whole.substring(0, below(whole.length()))));
            }
            case OLD_ANSWER -> exchange.answer(oldAnswer());
            case BIT_FLIPPED -> exchange.answer(damaged(send(exchange.request())));
        }
    }

    private synchronized @Nullable Fault draw() {
        if (random.nextInt(PERCENT) >= faultPercent) {
            return null;
        }
        Fault drawn = Fault.values()[random.nextInt(Fault.values().length)];
        Fault fault = drawn == Fault.OLD_ANSWER && recorded.isEmpty() ? Fault.PAGE_INSTEAD : drawn;
        done.merge(fault, 1, Integer::sum);
        return fault;
    }

    private synchronized int below(int bound) {
        return bound == 0 ? 0 : random.nextInt(bound);
    }

    private synchronized void keep(ProxiedRequest request) {
        late.add(new Late(request, clock.get().plus(LONGEST_DELAY)));
    }

    /** One of the messages that are still on their way arrives, and its answer goes nowhere. */
    public void deliverLate() throws IOException {
        ProxiedRequest arriving;
        synchronized (this) {
            late.removeIf(message -> message.until().isBefore(clock.get()));
            arriving = late.isEmpty()
                    ? null
                    : late.remove(random.nextInt(late.size())).request();
        }
        if (arriving != null) {
            send(arriving);
        }
    }

    private byte[] send(ProxiedRequest request) throws IOException {
        byte[] answer = request.send();
        note(request, new String(answer, StandardCharsets.UTF_8));
        synchronized (this) {
            recorded.add(answer);
        }
        return answer;
    }

    private synchronized void note(ProxiedRequest request, String answer) {
        Matcher reason = REASON.matcher(answer);
        if (reason.find()) {
            heard.merge(reason.group(1), 1, Integer::sum);
        }
        if (request.what().endsWith("/checks") && answer.startsWith("HTTP/1.1 200")) {
            String rotation = request.what() + first(EPOCH, request.body()) + "/" + first(SEQ, answer);
            heard.merge(rotations.add(rotation) ? "advance" : "replay", 1, Integer::sum);
        }
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private void answer(ProxiedExchange exchange, byte[] answer) throws IOException {
        synchronized (this) {
            answered = true;
        }
        exchange.answer(answer);
    }

    private synchronized byte[] oldAnswer() {
        return recorded.get(random.nextInt(recorded.size()));
    }

    /** A denial that the damage has missed is as good as ever. */
    private synchronized byte[] damaged(byte[] answer) {
        String denial = first(DENIAL, new String(answer, StandardCharsets.UTF_8));
        byte[] damaged = answer.clone();
        if (damaged.length > 0) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }
        answered = !denial.isEmpty() && new String(damaged, StandardCharsets.UTF_8).contains(denial);
        return damaged;
    }

    private static byte[] page(int status) {
        return message(status, "text/html", PAGE);
    }

    private static byte[] message(int status, String type, String body) {
        return bytes("HTTP/1.1 " + status + " As it is\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** How often each fault was done to a message. */
    public synchronized Map<Fault, Integer> done() {
        return Map.copyOf(done);
    }

    /** How often the server gave each reason of a refusal, and how often it advanced and replayed. */
    public synchronized Map<String, Integer> heard() {
        return Map.copyOf(heard);
    }
}
