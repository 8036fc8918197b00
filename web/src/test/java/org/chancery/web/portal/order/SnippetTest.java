package org.chancery.web.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chancery.web.portal.component.Downloads;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Test;

class SnippetTest {

    private static final String SERVER = "https://licenses.example";
    private static final String SECRET = "lic_sample";

    @Test
    void every_way_knows_the_server_and_the_secret_and_leaves_no_stand_in() {
        assertThat(Snippet.all(SERVER, "iot-platform", SECRET)).isNotEmpty().allSatisfy(snippet -> assertThat(
                        snippet.code())
                .contains(SERVER, SECRET, "iot-platform")
                .doesNotContainPattern("@[a-z]+"));
    }

    @Test
    void every_way_has_a_name_and_an_explanation() {
        Texts texts = Texts.in(Locale.ENGLISH);
        assertThat(Snippet.all(SERVER, "iot-platform", SECRET)).allSatisfy(snippet -> {
            assertThat(texts.has("snippet." + snippet.word())).isTrue();
            assertThat(texts.has("snippet." + snippet.word() + ".about")).isTrue();
        });
    }

    @Test
    void the_client_comes_first_and_takes_its_secret_from_a_file() {
        Snippet client = Snippet.all(SERVER, "iot-platform", SECRET).get(0);
        assertThat(client.download()).isEqualTo(Downloads.CLIENT);
        assertThat(client.code())
                .contains(SERVER + Downloads.CLIENT, "--license-secret-file=license-secret")
                .doesNotContain("--license-secret=");
    }

    @Test
    void a_snippet_does_not_print_its_secret() {
        assertThat(Snippet.all(SERVER, "iot-platform", SECRET).toString()).doesNotContain(SECRET);
    }
}
