package org.chancery.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {

    private final Workbench bench = new Workbench();

    @Test
    void a_secret_tells_what_it_is_good_for_without_taking_a_seat() throws IOException {
        String seats = "\"seats\":{\"production\":{\"limit\":2,\"used\":1},"
                + "\"development\":{\"limit\":\"unlimited\",\"used\":0}},";
        bench.server.insteadOfAll =
                LittleServer.answer(200, bench.server.entitlements().replace("\"revision\"", seats + "\"revision\""));
        Preview preview = bench.session.preview();
        assertThat(preview.entitlements().plan()).isEqualTo("startup");
        assertThat(preview.seats())
                .containsEntry("production", new Preview.Seats(2, 1))
                .containsEntry("development", new Preview.Seats(Entitlements.UNLIMITED, 0));
        assertThat(bench.server.last().bearer()).isEqualTo("lic_secret");
        assertThat(bench.server.lastBody().names()).containsExactlyInAnyOrder("product", "releaseDate");
        assertThat(bench.state()).isEqualTo(LicenseState.RESTRICTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"401|{\"code\":101}|code 101", "502|<html>|502", "200|{}|not the server's"})
    void anything_else_is_told(int status, String body, String told) {
        bench.server.insteadOfAll = LittleServer.answer(status, body);
        assertThatThrownBy(() -> bench.session.preview())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(told);
    }

    @Test
    void without_a_secret_there_is_nothing_to_show() {
        bench.secret = null;
        assertThatThrownBy(() -> bench.session.preview()).isInstanceOf(IOException.class);
        assertThat(bench.server.requests).isEmpty();
    }
}
