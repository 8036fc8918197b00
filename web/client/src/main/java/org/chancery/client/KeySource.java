package org.chancery.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the server's public keys come from, as the JWK set that it publishes at {@code /.well-known/jwks.json}. */
@FunctionalInterface
public interface KeySource {

    /** The JWK set, or null to take the one that the server shows first and to follow its changes. */
    @Nullable
    String read() throws IOException;

    /** Keys that were shipped with the software: no other server can grant anything. */
    static KeySource pinned(String jwkSet) {
        return () -> jwkSet;
    }

    /** The same in a file, which is read again when a key is missing. */
    static KeySource file(Path file) {
        return () -> Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Whatever the server shows over TLS. Good for trying things out; who controls the network may be the server. */
    static KeySource firstMet() {
        return () -> null;
    }
}
