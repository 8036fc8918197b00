package org.chancery.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the license secret comes from. It is asked again and again, so that a new secret needs no restart. */
@FunctionalInterface
public interface SecretSource {

    /** The secret as it stands there, or null when there is none yet. */
    @Nullable
    String read() throws IOException;

    /** A file with nothing but the secret in it. */
    static SecretSource file(Path file) {
        return () -> {
            try {
                return Files.readString(file, StandardCharsets.UTF_8);
            } catch (NoSuchFileException e) {
                return null;
            }
        };
    }

    /** A secret that somebody else keeps. */
    static SecretSource fixed(String secret) {
        return () -> secret;
    }

    /** No secret: a site that lives on offline licenses. */
    static SecretSource none() {
        return () -> null;
    }
}
