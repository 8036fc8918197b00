package org.chancery.client.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server whose certificate no public authority knows, as many have it in their own network. */
@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class AuthoritiesTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    private static HttpsServer server;
    private static Certificate certificate;

    @BeforeAll
    static void serve() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=DNS:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes(), UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        certificate = keys.getCertificate("server");
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static ServerAccess access() {
        return ServerAccess.of(
                URI.create("https://localhost:" + server.getAddress().getPort()));
    }

    @Test
    void a_stranger_is_not_trusted() throws IOException {
        HttpWire wire = new HttpWire(access());
        assertThatThrownBy(() -> wire.exchange(WireRequest.get("/"))).isInstanceOf(IOException.class);
    }

    @Test
    void a_certificate_in_a_pem_file_is_trusted() throws IOException, GeneralSecurityException {
        Path pem = directory.resolve("authorities.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        assertThat(new HttpWire(access().trusting(pem))
                        .exchange(WireRequest.get("/"))
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "changeit"})
    void a_certificate_in_a_key_store_is_trusted(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", certificate);
        Path file = directory.resolve("authorities.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        assertThat(new HttpWire(access().trusting(file))
                        .exchange(WireRequest.get("/"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void garbage_is_no_trust() throws IOException {
        Path file = directory.resolve("garbage.pem");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> new HttpWire(access().trusting(file))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new HttpWire(access().trusting(directory.resolve("missing"))))
                .isInstanceOf(IOException.class);
    }
}
