package org.chancery.client;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.chancery.client.platform.Machine;
import org.chancery.client.state.StateFile;
import org.chancery.client.token.PinnedKeys;
import org.chancery.client.token.VerifyingKeys;
import org.chancery.client.wire.Wire;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * The keys that count. Shipped keys are read again when one is missing; without any, those that the server shows are
 * taken and written down, and asked for again when it signs with another.
 */
final class Pins implements VerifyingKeys {

    private static final Logger LOG = System.getLogger(Pins.class.getName());
    private static final String PATH = "/.well-known/jwks.json";
    private static final int OK = 200;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final KeySource source;
    private final StateFile file;
    private final Wire wire;
    private final Machine machine;
    private @Nullable PinnedKeys keys;
    private @Nullable Long lookedAt;

    Pins(KeySource source, StateFile file, Wire wire, Machine machine) {
        this.source = source;
        this.file = file;
        this.wire = wire;
        this.machine = machine;
    }

    @Override
    public VerifyingKeys.@Nullable Key find(String kid) {
        VerifyingKeys.Key key = keys == null ? null : keys.find(kid);
        if (key != null || !look()) {
            return key;
        }
        return keys == null ? null : keys.find(kid);
    }

    @Override
    public boolean areKnown() {
        return keys != null || look();
    }

    /** Looks again for keys, now and then; whoever sends us garbage must not keep us busy. */
    private boolean look() {
        if (lookedAt != null && machine.since(lookedAt).compareTo(PAUSE) < 0) {
            return false;
        }
        boolean isFirst = lookedAt == null;
        lookedAt = machine.nanos().getAsLong();
        try {
            String shipped = source.read();
            String jwkSet = shipped == null ? shown(isFirst) : shipped;
            keys = jwkSet == null ? keys : PinnedKeys.parse(jwkSet);
            return jwkSet != null;
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "client.keys-unreadable: " + e.getMessage());
            return false;
        }
    }

    /** Those of the last process at first; else the server's. */
    private @Nullable String shown(boolean isFirst) throws IOException {
        String known = file.state().keys();
        if (isFirst && known != null) {
            lookedAt = machine.nanos().getAsLong() - PAUSE.toNanos(); // one that is missing may be asked for at once
            return known;
        }
        WireAnswer answer = wire.exchange(WireRequest.get(PATH));
        if (answer.status() != OK) {
            return null;
        }
        String jwkSet = new String(answer.body(), StandardCharsets.UTF_8);
        PinnedKeys.parse(jwkSet); // nothing unreadable is written down
        file.adopt(file.state().trusting(jwkSet));
        return jwkSet;
    }
}
