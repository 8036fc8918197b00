package org.chancery.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that the tests need on this machine. Installed by the package manager when it is missing and may be. */
public final class DebianPackage {

    private static final long PATIENCE_MINUTES = 10;

    private DebianPackage() {}

    /**
     * Where the program is, installed or already there.
     *
     * @param places where it may be
     * @throws IllegalStateException naming what is missing: a test without it fails, it is never skipped
     */
    public static Path require(String name, List<String> places) {
        return first(places)
                .or(() -> {
                    install(name);
                    return first(places);
                })
                .orElseThrow(() -> new IllegalStateException("The tests need " + name + ": apt-get install " + name));
    }

    private static Optional<Path> first(List<String> places) {
        return places.stream().map(Path::of).filter(Files::exists).findFirst();
    }

    private static void install(String name) {
        if (Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", name);
        }
    }

    private static void run(String... command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(Stream.of("env", "DEBIAN_FRONTEND=noninteractive"), Stream.of(command))
                                    .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Could not run " + String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
