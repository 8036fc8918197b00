package org.chancery.client.agent;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.chancery.client.ClientSettings;
import org.chancery.client.KeySource;
import org.chancery.client.Placement;
import org.chancery.client.Placement.SeatClass;
import org.chancery.client.SecretSource;
import org.chancery.client.Software;
import org.chancery.client.wire.ProxyAccess;
import org.chancery.client.wire.ServerAccess;
import org.jspecify.annotations.Nullable;

/**
 * The options as the client takes them, and what the agent itself needs.
 *
 * @param offlineLicense imported whenever it changes, or null
 * @param report what checks tell, or null
 * @param status where the agent writes what is allowed
 */
record AgentSettings(
        ClientSettings client,
        @Nullable Path offlineLicense,
        @Nullable Path report,
        Path status,
        boolean releasesOnStop) {

    /** @throws IllegalArgumentException saying what is missing or wrong */
    static AgentSettings of(AgentOptions options) throws IOException {
        Path state = Path.of(options.get("state-dir", "chancery-state"));
        ClientSettings client = new ClientSettings(
                server(options),
                keys(options),
                options.find("issuer"),
                secret(options),
                software(options),
                placement(options),
                state);
        return new AgentSettings(
                client,
                path(options.find("offline-license-file")),
                path(options.find("report-file")),
                Path.of(options.get("status-file", state.resolve("status.json").toString())),
                Boolean.parseBoolean(options.get("release-on-stop", "true")));
    }

    private static @Nullable ServerAccess server(AgentOptions options) throws IOException {
        String url = options.find("url");
        if (url == null) {
            return null;
        }
        ServerAccess server = ServerAccess.of(URI.create(url));
        Path trusted = path(options.find("trust-file"));
        server = trusted == null ? server : server.trusting(trusted);
        String proxy = options.find("proxy");
        return proxy == null
                ? server
                : server.through(ProxyAccess.parse(proxy, options.find("proxy-user"), proxyPassword(options)));
    }

    private static @Nullable String proxyPassword(AgentOptions options) throws IOException {
        Path file = path(options.find("proxy-password-file"));
        return file == null
                ? options.find("proxy-password")
                : Files.readString(file, StandardCharsets.UTF_8).strip();
    }

    private static KeySource keys(AgentOptions options) {
        Path file = path(options.find("keys-file"));
        return file == null ? KeySource.firstMet() : KeySource.file(file);
    }

    private static SecretSource secret(AgentOptions options) {
        Path file = path(options.find("license-secret-file"));
        String secret = options.find("license-secret");
        if (file != null) {
            return SecretSource.file(file);
        }
        return secret == null ? SecretSource.none() : SecretSource.fixed(secret);
    }

    private static Software software(AgentOptions options) {
        try {
            return new Software(
                    options.require("product"),
                    options.require("product-version"),
                    LocalDate.parse(options.require("release-date")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("release-date takes YYYY-MM-DD", e);
        }
    }

    private static Placement placement(AgentOptions options) {
        String word = options.get("seat-class", SeatClass.PRODUCTION.word());
        SeatClass seatClass = Arrays.stream(SeatClass.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("seat-class takes production or development"));
        String lease = options.find("lease-seconds");
        return new Placement(
                options.require("deployment-id"),
                options.require("instance-name"),
                seatClass,
                lease == null ? null : Integer.valueOf(lease));
    }

    private static @Nullable Path path(@Nullable String text) {
        return text == null ? null : Path.of(text);
    }
}
