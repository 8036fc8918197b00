package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the application sees it, and what every answer carries. */
@ContainerTest
class EdgeIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(EdgeIT.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/overview",
                "/nothing",
                "/api/v1/catalog",
                "/api/v1/nothing",
                "/health/live",
                "/health/ready",
                "/sandbox/mailbox",
                "/console/sign-in",
                "/error",
                "/sign-in/address.xhtml"
            })
    void every_answer_carries_the_security_headers(String path) {
        Api.Answer answer = Api.anonymous().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .as(path)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                .doesNotContain("unsafe-eval", "script-src 'unsafe-inline'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("Server")).isNull();
    }

    @Test
    void pages_before_the_sign_in_make_no_session() {
        assertThat(Api.anonymous().get("/sign-in").header("Set-Cookie")).isNull();
        assertThat(Api.anonymous().get("/help/checks").header("Set-Cookie")).isNull();
        assertThat(Api.anonymous().get("/help/checks?code=107").header("Set-Cookie"))
                .isNull();
        assertThat(Api.anonymous().get("/nothing").header("Set-Cookie")).isNull();
    }

    @Test
    void no_address_carries_a_session_id() {
        assertThat(Api.anonymous().get("/sign-in").body()).doesNotContain("jsessionid");
    }

    @ParameterizedTest
    @CsvSource({"FOO, 405", "TRACE, 405", "PROPFIND, 405"})
    void only_known_methods_pass(String method, int status) {
        assertThat(Api.anonymous().send(method, "/sign-in", null).status()).isEqualTo(status);
    }

    @Test
    void a_foreign_host_gets_nothing() throws IOException {
        String answer = raw("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 421");
        assertThat(answer).doesNotContain("evil");
    }

    @Test
    void a_form_from_another_site_is_refused() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Api.base() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.ofString("signIn=signIn&email=a%40example.org"))
                .build();
        assertThat(Api.exchange(request).status()).isEqualTo(403);
    }

    @Test
    void signing_out_by_a_link_is_impossible() {
        assertThat(Api.anonymous().get("/sign-out").status()).isEqualTo(405);
    }

    @Test
    void too_many_parameters_or_cookies_are_the_senders_fault() {
        assertThat(Api.anonymous().get("/sign-in?" + "a=1&".repeat(600)).status())
                .isEqualTo(400);
        HttpRequest cookies = HttpRequest.newBuilder(URI.create(Api.base() + "/sign-in"))
                .header("Cookie", "a=1; ".repeat(60))
                .build();
        assertThat(Api.exchange(cookies).status()).isEqualTo(400);
    }

    @Test
    void swollen_headers_are_refused() throws IOException {
        String answer = raw("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(20_000)
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                .as(answer)
                .isTrue();
    }

    @Test
    void pages_have_one_address_each() {
        assertThat(Api.anonymous().get("/WEB-INF/pages/sign-in/address.xhtml").status())
                .isEqualTo(404);
        assertThat(Api.anonymous().get("/sign-in/address.xhtml").status()).isEqualTo(404);
        assertThat(Api.anonymous().get("/").header("Location")).endsWith("/overview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/sign-in/address.xhtml", "/console/nothing", "/error"})
    void errors_are_pages_with_a_reference_and_no_inside(String path) {
        Api.Answer answer = Api.anonymous().get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<h1>", answer.header("X-Request-Id"))
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void health_says_little_and_metrics_only_to_the_machine_itself() {
        assertThat(Api.anonymous().get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Api.anonymous().get("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
        HttpRequest local =
                HttpRequest.newBuilder(URI.create(Api.base() + "/metrics")).build();
        assertThat(Api.exchange(local).body()).contains("chancery_http_request_seconds_count", "jvm_");
        HttpRequest proxied = HttpRequest.newBuilder(URI.create(Api.base() + "/metrics"))
                .header("X-Forwarded-For", "203.0.113.9")
                .build();
        assertThat(Api.exchange(proxied).status()).isEqualTo(404);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", Integer.getInteger("it.http.port"))) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
