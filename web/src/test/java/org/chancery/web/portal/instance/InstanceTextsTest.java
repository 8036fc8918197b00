package org.chancery.web.portal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chancery.model.licensing.InstanceEventType;
import org.chancery.service.licensing.InstanceCondition;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever state an instance can be in, and whatever can happen to it, is told in words. */
class InstanceTextsTest {

    private final Texts texts = Texts.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(InstanceCondition.class)
    void every_state_has_a_word_and_a_sentence(InstanceCondition condition) {
        String word = condition.name().toLowerCase(Locale.ROOT);
        assertThat(texts.has("instance.condition." + word)).isTrue();
        assertThat(texts.has("instance.line." + word)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(InstanceCondition.class)
    void every_state_but_the_good_one_comes_with_advice(InstanceCondition condition) {
        String key = "instance.advice." + condition.name().toLowerCase(Locale.ROOT);
        assertThat(texts.has(key)).isEqualTo(condition != InstanceCondition.ONLINE);
    }

    @ParameterizedTest
    @EnumSource(InstanceEventType.class)
    void every_event_has_a_title_and_a_story(InstanceEventType type) {
        assertThat(texts.has("instance.event." + kind(type))).isTrue();
        assertThat(texts.has("instance.event." + kind(type) + ".story")).isTrue();
    }

    private static String kind(InstanceEventType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
