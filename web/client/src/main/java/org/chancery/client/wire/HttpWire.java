package org.chancery.client.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The wire of real life. Follows no redirect, so that a secret never goes anywhere but to the server. */
public final class HttpWire implements Wire {

    private static final int LARGEST_BODY = 512 * 1024;

    private final ServerAccess server;
    private final HttpClient http;

    /** @throws IOException when the certificates to trust can't be read */
    public HttpWire(ServerAccess server) throws IOException {
        this.server = server;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(server.timeout());
        if (server.authorities() != null) {
            builder.sslContext(Authorities.context(server.authorities()));
        }
        if (server.proxy() != null) {
            ProxyAccess proxy = server.proxy();
            builder.proxy(ProxySelector.of(InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
        }
        this.http = builder.build();
    }

    @Override
    public WireAnswer exchange(WireRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(http(request), head -> new BoundedBody(LARGEST_BODY));
        try {
            HttpResponse<byte[]> response = answer.get(server.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new WireAnswer(response.statusCode(), headers(response), response.body());
        } catch (TimeoutException e) {
            throw new IOException("No answer in time", e);
        } catch (ExecutionException e) {
            throw isUnsent(e.getCause()) ? new UnsentException(e) : new IOException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for an answer");
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean isUnsent(@Nullable Throwable cause) {
        return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    }

    private HttpRequest http(WireRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(request.path()))
                .timeout(server.timeout())
                .header("Accept", "application/json, application/problem+json")
                .method(request.method(), publisher(request.body()));
        if (request.bearer() != null) {
            builder.header("Authorization", "Bearer " + request.bearer());
        }
        String login = server.proxy() == null ? null : server.proxy().basicLogin();
        if (login != null) { // an authenticator would take the server's 401, which is a refusal of ours, for its own
            builder.header("Proxy-Authorization", login);
        }
        if (request.body() != null) {
            builder.header("Content-Type", "application/json");
        }
        request.headers().forEach(builder::header);
        return builder.build();
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable String body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().get(0),
                        (first, second) -> first));
    }
}
