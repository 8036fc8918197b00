package org.chancery.client.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAccessTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://licenses.example",
                "https://licenses.example:8443/",
                "http://localhost:8080",
                "http://127.0.0.1",
                "http://[::1]:8080"
            })
    void secrets_travel_by_tls_or_stay_on_the_machine(String url) {
        assertThat(ServerAccess.of(URI.create(url)).resolve("/api/v1").toString())
                .isEqualTo(url.replaceAll("/$", "") + "/api/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://licenses.example",
                "http://localhost.evil.example",
                "ftp://localhost",
                "https:///x",
                "licenses.example",
                "https://user:secret@licenses.example",
                "https://licenses.example?secret=lic_a"
            })
    void anything_else_is_refused(String url) {
        assertThatThrownBy(() -> ServerAccess.of(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_proxy_is_a_host_and_a_port() {
        ProxyAccess proxy = ProxyAccess.parse("proxy.example:3128", "u", "p");
        assertThat(proxy.host()).isEqualTo("proxy.example");
        assertThat(proxy.port()).isEqualTo(3128);
        assertThat(proxy.basicLogin()).isEqualTo("Basic dTpw");
        assertThat(proxy.toString()).doesNotContain("dTpw", "password");
        assertThat(ProxyAccess.parse("proxy.example:3128", null, null).basicLogin())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", ":3128", "proxy.example:", "proxy.example:0", "proxy.example:70000"})
    void half_a_proxy_is_refused(String text) {
        assertThatThrownBy(() -> ProxyAccess.parse(text, null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
