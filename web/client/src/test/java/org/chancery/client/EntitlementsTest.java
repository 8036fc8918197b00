package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.chancery.client.clock.TestMachine;
import org.chancery.client.json.JsonException;
import org.chancery.client.json.JsonObject;
import org.chancery.client.token.TestClaims;
import org.junit.jupiter.api.Test;

class EntitlementsTest {

    private final LittleServer server = new LittleServer(new TestMachine(TestClaims.NOON)::wall);

    @Test
    void everything_that_the_server_tells_is_read() {
        Entitlements read = Entitlements.of(JsonObject.parse(server.entitlements()));
        assertThat(read.plan()).isEqualTo("startup");
        assertThat(read.limit("devices")).hasValue(500);
        assertThat(read.limit("assets")).hasValue(Entitlements.UNLIMITED);
        assertThat(read.limit("unknown")).isEmpty();
        assertThat(read.hasFeature("white-label")).isTrue();
        assertThat(read.hasFeature("other")).isFalse();
        assertThat(read.addOns()).containsEntry("custom-domains", 2L);
        assertThat(read.support()).isEqualTo("priority");
        assertThat(read.domains()).containsExactly(new Entitlements.Domain("a.example", "verified"));
        assertThat(read.brands()).containsExactly(new Entitlements.Brand("a.example", "https://x", "y"));
        assertThat(read.updatesUntil()).isEqualTo("2026-12-31");
        assertThat(read.tlsAsk()).isEqualTo("https://ask");
        assertThat(read.document().text("seatClass")).isEqualTo("production");
    }

    @Test
    void what_a_later_server_adds_is_passed_over() {
        String later = server.entitlements().replace("{\"license\"", "{\"new\":{\"a\":[1.5]},\"license\"");
        assertThat(Entitlements.of(JsonObject.parse(later)).plan()).isEqualTo("startup");
    }

    @Test
    void a_document_of_something_else_is_refused() {
        assertThatThrownBy(() -> Entitlements.of(JsonObject.parse("{\"a\":1}"))).isInstanceOf(JsonException.class);
    }
}
