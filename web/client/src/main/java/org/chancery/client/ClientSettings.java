package org.chancery.client;

import java.nio.file.Path;
import org.chancery.client.wire.ServerAccess;
import org.jspecify.annotations.Nullable;

/**
 * Everything a client is told when it starts.
 *
 * @param server null for a site that is never online
 * @param issuer the only server whose signatures count, as its base URL; null for whoever holds one of the keys
 * @param stateDirectory durable, for this instance alone; without it every restart is a new activation
 */
public record ClientSettings(
        @Nullable ServerAccess server,
        KeySource keys,
        @Nullable String issuer,
        SecretSource secret,
        Software software,
        Placement placement,
        Path stateDirectory) {}
