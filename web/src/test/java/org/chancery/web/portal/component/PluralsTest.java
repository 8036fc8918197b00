package org.chancery.web.portal.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One thing is one thing, and many are many. */
class PluralsTest {

    private final Texts texts = Texts.in(Locale.ENGLISH);

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({
        "limit.users, 1, 1 user",
        "limit.users, 3, 3 users",
        "limit.users, 0, No users",
        "limit.devices, 1, 1 device",
        "limit.devices, 1000, '1,000 devices'",
        "limit.assets, 10, 10 assets",
        "orderPlan.saving, 1, One month free when you pay yearly",
        "orderPlan.saving, 2, 2 months free when you pay yearly",
        "orderPlan.instances.production, 0, No instances",
        "orderPlan.instances.production, 2, 2 production instances",
        "orderPlan.instances.development, 1, 1 development instance",
    })
    void a_count_agrees_with_its_word(String key, long count, String words) {
        assertThat(texts.text(key, count)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"1, 1, 1 production and 1 development instance", "3, 2, 3 production and 2 development instances"})
    void instances_of_a_plan(int production, int development, String words) {
        assertThat(texts.text("orderPlan.instances", production, development)).isEqualTo(words);
    }
}
