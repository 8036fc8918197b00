package org.chancery.it.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The REST API as a script would call it. Immutable: {@link #as} gives a caller with another bearer token. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final @Nullable String token;
    private final @Nullable String idempotencyKey;
    private final @Nullable String address;
    private final String server;

    private Api(@Nullable String token, @Nullable String idempotencyKey, @Nullable String address, String server) {
        this.token = token;
        this.idempotencyKey = idempotencyKey;
        this.address = address;
        this.server = server;
    }

    /** Where the server under test answers, without a trailing slash. */
    public static String base() {
        return "http://localhost:" + System.getProperty("it.http.port");
    }

    public static Api anonymous() {
        return new Api(null, null, null, base());
    }

    public static Api operator() {
        return new Api("opr_sandbox", null, null, base());
    }

    public Api as(String bearer) {
        return new Api(bearer, null, address, server);
    }

    public Api withKey(String key) {
        return new Api(token, key, address, server);
    }

    /** The same caller, always from this network address. */
    public Api from(String networkAddress) {
        return new Api(token, idempotencyKey, networkAddress, server);
    }

    /** The same caller at another server, such as one node of several; without a trailing slash. */
    public Api at(String otherServer) {
        return new Api(token, idempotencyKey, address, otherServer);
    }

    private static String freshAddress() {
        int next = ADDRESSES.incrementAndGet();
        return "10." + (next >> 16 & 255) + "." + (next >> 8 & 255) + "." + (next & 255);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a request with any method; single quotes in the body stand for double ones. */
    public Answer send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        // Every call comes from an address of its own, so that the limits per address hit only who asks for them.
        request.header("X-Forwarded-For", address == null ? freshAddress() : address);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return exchange(request.build());
    }

    /** Asks again for what may be known already. */
    public Answer getIfNoneMatch(String path, @Nullable String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path));
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request.build());
    }

    /** Posts a body whose length is not announced. */
    public Answer stream(String path, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return exchange(request.build());
    }

    /** Sends a request built by hand, for what the calls above can't say. */
    public static Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            Secrets.OF_THIS_RUN.note(request, answer);
            return new Answer(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String body() {
            return raw.body();
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + raw.body(), e);
            }
        }

        /** A text member of the answer, by JSON pointer. */
        public String text(String pointer) {
            return json().at(pointer).asText();
        }

        @Override
        public String toString() {
            return raw.statusCode() + " " + raw.body();
        }
    }
}
