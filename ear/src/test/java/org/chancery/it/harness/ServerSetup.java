package org.chancery.it.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Runs before Arquillian reads its configuration: lays out a fresh base directory for the server and starts the database
 * that this run is for. {@code it.database} is {@code h2} or {@code postgresql}.
 */
public class ServerSetup implements LauncherSessionListener {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            Path base = Path.of(System.getProperty("it.base.dir"));
            deleteTree(base); // data of an earlier run would be migrated, not made
            copyTree(Path.of(System.getProperty("jboss.home"), "standalone"), base);
            System.setProperty("it.jvm.arguments", String.join(" ", jvmArguments(base)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> jvmArguments(Path base) throws IOException {
        String common = "-Xmx768m -Djava.net.preferIPv4Stack=true -Dchancery.mode=sandbox"
                + " -Djboss.server.base.dir=" + base
                + " -Dchancery.proxy.forwarding=true" // tests may come from any network address
                + " -Djboss.socket.binding.port-offset=" + System.getProperty("it.port.offset")
                + " -Dchancery.base.url=http://localhost:" + System.getProperty("it.http.port")
                + " -Dchancery.data.dir=" + base.resolve("data");
        if ("h2".equals(System.getProperty("it.database"))) {
            return List.of(common);
        }
        EmbeddedPostgres started = EmbeddedPostgres.builder().start();
        postgres = started;
        String url = "jdbc:postgresql://127.0.0.1:" + started.getPort() + "/postgres";
        System.setProperty("it.database.url", url);
        return List.of(
                common,
                "-Dchancery.db.driver=postgresql",
                "-Dchancery.db.url=" + url,
                "-Dchancery.db.user=postgres",
                "-Dchancery.db.password=postgres");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(dir).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
