package org.chancery.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.client.wire.WireAnswer;
import org.chancery.client.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/** The little server behind a real port. */
public final class HttpLittleServer implements AutoCloseable {

    private final LittleServer server = new LittleServer(Clock.systemUTC()::instant);
    private final HttpServer http;

    public HttpLittleServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public String jwkSet() {
        return server.signer.jwkSet();
    }

    /** An offline license under this server's key. */
    public String offlineLicense(Map<String, ? extends @Nullable Object> claims) {
        return server.signer.token("license+jwt", claims);
    }

    /** From now on it refuses with this code; 0 grants again. */
    public void refuse(int code) {
        synchronized (server) {
            server.code = code;
        }
    }

    /** The methods of the messages so far, and of each the last part of its path. */
    public String conversation() {
        synchronized (server) {
            return server.requests.stream()
                    .map(request -> request.method() + request.path().replaceAll(".*/", " "))
                    .collect(Collectors.joining(", "));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        WireRequest request = new WireRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                authorization,
                Map.of(),
                body.isEmpty() ? null : body);
        WireAnswer answer;
        synchronized (server) {
            answer = server.exchange(request);
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
