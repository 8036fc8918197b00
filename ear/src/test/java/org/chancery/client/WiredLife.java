package org.chancery.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.client.wire.HttpWire;
import org.chancery.client.wire.ProxyAccess;
import org.chancery.client.wire.ServerAccess;
import org.chancery.client.wire.Wire;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.FaultyLine;
import org.chancery.it.harness.FaultyProxy;
import org.jspecify.annotations.Nullable;

/**
 * One license of one seat and those who want it, with a line of its own through the proxy. What goes wrong, and when,
 * comes from its seed alone; how fast this machine is decides only which answers are late beyond that.
 */
final class WiredLife {

    private static final Duration HASTE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FAULT_PERCENT = 40;
    private static final int CRASH_PERCENT = 3;

    final long seed;
    final SplittableRandom random;
    final FaultyLine line;
    final List<WiredProcess> processes = new ArrayList<>();
    private final String secret;
    private final String keys;
    private final Path directory;
    private final Supplier<Instant> clock;
    private final ServerAccess server;
    private Wire wire;

    WiredLife(long seed, FaultyProxy proxy, String secret, String keys, Path directory, Supplier<Instant> clock)
            throws IOException {
        this.seed = seed;
        this.secret = secret;
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.line = new FaultyLine(random.split(), clock);
        String user = Long.toString(seed);
        proxy.connect(user, line);
        this.server = ServerAccess.of(URI.create(Api.base()))
                .through(new ProxyAccess(proxy.host(), proxy.port(), user, "any"));
        this.wire = new HttpWire(server.within(HASTE));
        line.trouble(FAULT_PERCENT);
    }

    Instant now() {
        return clock.get();
    }

    String secret() {
        return secret;
    }

    String keys() {
        return keys;
    }

    Wire wire() {
        return wire;
    }

    WiredProcess add(String name) throws IOException {
        return added(new WiredProcess(this, name, nextDirectory(), random.split()));
    }

    /** A process on a copy of the state of the first one. */
    WiredProcess copy(byte @Nullable [] state) throws IOException {
        return added(processes.get(0).copy(state, nextDirectory()));
    }

    private WiredProcess added(WiredProcess process) {
        process.trouble(CRASH_PERCENT);
        processes.add(process);
        return process;
    }

    private Path nextDirectory() {
        return directory.resolve(seed + "-" + processes.size());
    }

    /**
     * One round of everyday life.
     *
     * @param promise is kept at every moment of it
     */
    void live(Consumer<WiredLife> promise) throws IOException {
        promise.accept(this); // time has passed
        if (random.nextInt(4) == 0) {
            line.deliverLate();
        }
        for (WiredProcess process : processes) {
            process.live();
            promise.accept(this);
        }
    }

    /** One round in which everybody writes and nothing goes wrong. */
    void liveCalmly() throws IOException {
        for (WiredProcess process : processes) {
            process.pass();
        }
    }

    void calm() throws IOException {
        line.calm();
        wire = new HttpWire(server.within(PATIENCE));
        processes.forEach(WiredProcess::calm);
    }

    long permitted() {
        return processes.stream().filter(process -> process.status().mayRun()).count();
    }
}
