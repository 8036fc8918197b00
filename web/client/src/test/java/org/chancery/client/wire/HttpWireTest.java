package org.chancery.client.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // whatever is looked at here is there, or the test fails
class HttpWireTest {

    private static final WireRequest CHECK =
            WireRequest.post("/api/v1/instances", "chk_a", "{\"a\":\"\u00e4\"}").with("Idempotency-Key", "key-1");

    private final AtomicReference<HttpHandler> handler = new AtomicReference<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> handler.get().handle(exchange));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private ServerAccess access() {
        return ServerAccess.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .within(Duration.ofSeconds(10));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void a_message_and_its_answer_arrive_whole() throws IOException {
        AtomicReference<String> seen = new AtomicReference<>();
        handler.set(exchange -> {
            seen.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("Retry-After", "7");
            answer(exchange, 409, "{\"code\":107}".getBytes(UTF_8));
        });
        WireAnswer answer = new HttpWire(access()).exchange(CHECK);
        assertThat(seen.get())
                .isEqualTo("POST /api/v1/instances Bearer chk_a key-1 application/json {\"a\":\"\u00e4\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(answer.json().number("code")).isEqualTo(107);
        assertThat(CHECK.toString() + answer).doesNotContain("chk_a", "107");
    }

    @Test
    void a_server_that_says_401_is_heard() throws IOException {
        handler.set(exchange -> answer(exchange, 401, "{\"code\":101}".getBytes(UTF_8)));
        assertThat(new HttpWire(access()).exchange(CHECK).status()).isEqualTo(401);
        handler.set(exchange -> answer(exchange, 204, new byte[0]));
        assertThat(new HttpWire(access())
                        .exchange(WireRequest.delete("/x", "chk_a"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_redirect_leads_a_secret_nowhere() throws IOException {
        handler.set(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            answer(exchange, 307, new byte[0]);
        });
        assertThat(new HttpWire(access()).exchange(CHECK).status()).isEqualTo(307);
    }

    @Test
    void an_endless_answer_is_cut_off() {
        handler.set(exchange -> answer(exchange, 200, new byte[600_000]));
        assertThatThrownBy(() -> new HttpWire(access()).exchange(CHECK)).isInstanceOf(IOException.class);
    }

    @Test
    void an_answer_that_drips_is_not_waited_for() {
        CountDownLatch over = new CountDownLatch(1);
        handler.set(exchange -> {
            exchange.sendResponseHeaders(200, 10);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(over);
        });
        assertThatThrownBy(() -> new HttpWire(access().within(Duration.ofMillis(300))).exchange(CHECK))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(UnsentException.class);
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_message_that_never_left_is_known_as_such() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        HttpWire wire = new HttpWire(ServerAccess.of(URI.create("http://127.0.0.1:" + free)));
        assertThatThrownBy(() -> wire.exchange(CHECK)).isInstanceOf(UnsentException.class);
    }

    @Test
    void a_broken_connection_is_not_taken_for_an_answer() {
        handler.set(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            server.stop(0);
        });
        assertThatThrownBy(() -> new HttpWire(access()).exchange(CHECK)).isInstanceOf(IOException.class);
    }

    @Test
    void an_interrupted_wait_ends() {
        handler.set(exchange -> answer(exchange, 204, new byte[0]));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new HttpWire(access()).exchange(CHECK)).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_proxy_is_gone_through_and_told_who_asks() throws IOException {
        AtomicReference<String> seen = new AtomicReference<>();
        handler.set(exchange -> {
            seen.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
            answer(exchange, 200, "{}".getBytes(UTF_8));
        });
        ProxyAccess proxy = new ProxyAccess("127.0.0.1", server.getAddress().getPort(), "u", "p");
        HttpWire wire =
                new HttpWire(ServerAccess.of(URI.create("http://localhost:9")).through(proxy));
        assertThat(wire.exchange(CHECK).status()).isEqualTo(200);
        assertThat(seen.get()).isEqualTo("http://localhost:9/api/v1/instances Basic dTpw");
    }
}
