package org.chancery.client.wire;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the license server is and how to get there.
 *
 * @param url its root; plain HTTP only on this very machine
 * @param authorities certificates to trust: PEM, or a key store without a password or
 *     with Java's usual one; null for the JDK's
 * @param timeout for one whole exchange
 */
public record ServerAccess(URI url, @Nullable Path authorities, @Nullable ProxyAccess proxy, Duration timeout) {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    public ServerAccess {
        String host = url.getHost();
        boolean secure = "https".equals(url.getScheme());
        boolean local = "http".equals(url.getScheme()) && host != null && THIS_MACHINE.contains(host);
        if (host == null || !(secure || local) || url.getUserInfo() != null || url.getQuery() != null) {
            throw new IllegalArgumentException("The server's URL is https://host, without secrets in it");
        }
    }

    public static ServerAccess of(URI url) {
        return new ServerAccess(url, null, null, USUAL_TIMEOUT);
    }

    /** The same, trusting only these certificates. */
    public ServerAccess trusting(Path certificates) {
        return new ServerAccess(url, certificates, proxy, timeout);
    }

    public ServerAccess through(ProxyAccess way) {
        return new ServerAccess(url, authorities, way, timeout);
    }

    public ServerAccess within(Duration time) {
        return new ServerAccess(url, authorities, proxy, time);
    }

    URI resolve(String path) {
        String root = url.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }
}
