package org.chancery.service.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.service.platform.ChanceryConfig;
import org.junit.jupiter.api.Test;

class GreetingTest {

    @Test
    void the_sandbox_says_how_to_get_in() {
        List<String> lines = greeting(Map.of("chancery.mode", "sandbox", "chancery.base.url", "http://localhost:9000"));
        assertThat(String.join("\n", lines))
                .contains(
                        "http://localhost:9000/sign-in",
                        "http://localhost:9000/console/sign-in",
                        "http://localhost:9000/sandbox/mailbox",
                        "ana@example.org",
                        "operator@example.org",
                        "opr_sandbox");
    }

    @Test
    void a_token_that_somebody_chose_is_not_logged() {
        assertThat(greeting(Map.of("chancery.mode", "sandbox", "chancery.operator.token", "opr_chosen")))
                .noneMatch(line -> line.contains("opr_chosen"));
    }

    @Test
    void production_says_where_it_is_and_nothing_else() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(greeting(Map.of("chancery.base.url", "https://licenses.example.org", "chancery.master.key", key)))
                .containsExactly("Chancery serves https://licenses.example.org");
    }

    private static List<String> greeting(Map<String, String> settings) {
        return Greeting.lines(ChanceryConfig.read(name -> Optional.ofNullable(settings.get(name))));
    }
}
