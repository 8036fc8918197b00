package org.chancery.web.portal.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chancery.service.platform.ChanceryConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final String MASTER_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Languages sandbox = languages("sandbox");
    private final Languages production = languages("production");

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "de, en", "en-XA, en-XA", "de en-XA en, en-XA", "en-GB en en-XA, en"})
    void the_sandbox_speaks_the_first_language_asked_for_that_is_offered(String asked, String spoken) {
        assertThat(sandbox.of(asking(asked.split(" "))).toLanguageTag()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-XA", "en-XA-x-anything", "en-Latn-XA", "en-XA-POSIX", "xa", "und"})
    void production_speaks_no_pseudo_language_however_it_is_asked(String asked) {
        assertThat(production.of(asking(asked))).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.in(production.of(asking(asked))).text("nav.overview")).isEqualTo("Overview");
    }

    @Test
    void whoever_asks_for_nothing_is_answered_in_english() {
        assertThat(sandbox.of(asking())).isEqualTo(Locale.ENGLISH);
    }

    private static HttpServletRequest asking(String... tags) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LanguagesTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("getLocales");
                    return Collections.enumeration(
                            Arrays.stream(tags).map(Locale::forLanguageTag).toList());
                });
    }

    private static Languages languages(String mode) {
        Map<String, String> set = Map.of("chancery.mode", mode, "chancery.master.key", MASTER_KEY);
        return new Languages(ChanceryConfig.read(name -> Optional.ofNullable(set.get(name))));
    }
}
