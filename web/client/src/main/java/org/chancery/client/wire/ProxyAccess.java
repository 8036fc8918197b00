package org.chancery.client.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The proxy through which the server is reached.
 *
 * <p>The JDK sends no password to a proxy in front of HTTPS unless it is started with {@code
 * -Djdk.http.auth.tunneling.disabledSchemes=} (an empty value).
 *
 * @param user null when the proxy asks for nobody's name
 */
public record ProxyAccess(String host, int port, @Nullable String user, @Nullable String password) {

    private static final int HIGHEST_PORT = 65_535;

    public ProxyAccess {
        if (host.isBlank() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("A proxy is host:port");
        }
    }

    /** Reads {@code host:port}. */
    public static ProxyAccess parse(String hostAndPort, @Nullable String user, @Nullable String password) {
        int colon = hostAndPort.lastIndexOf(':');
        try {
            int port = Integer.parseInt(hostAndPort.substring(colon + 1));
            return new ProxyAccess(hostAndPort.substring(0, Math.max(0, colon)), port, user, password);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("A proxy is host:port", e);
        }
    }

    /** The header that tells the proxy who asks, or null. */
    @Nullable
    String basicLogin() {
        if (user == null || password == null) {
            return null;
        }
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    @Override
    public String toString() {
        return "ProxyAccess[" + host + ":" + port + "]";
    }
}
