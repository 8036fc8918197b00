package org.chancery.web.console.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.chancery.model.job.Job;
import org.chancery.service.job.JobState;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever job there is, and however it is doing, is told in words. */
class JobTextsTest {

    private final Texts texts = Texts.in(Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void every_job_has_a_name_and_a_sentence_that_says_how_often(Job job) {
        assertThat(texts.has("console.jobs.name." + job.code())).isTrue();
        assertThat(texts.text("console.jobs.does." + job.code(), "every now and then"))
                .endsWith(", every now and then.");
    }

    @ParameterizedTest
    @EnumSource
    void every_state_has_a_word(JobState state) {
        assertThat(texts.has("console.jobs.state." + state.name().toLowerCase(Locale.ROOT)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DONE", "RUNNING", "NEVER_RUN"})
    void every_state_but_those_of_every_day_comes_with_advice(JobState state) {
        assertThat(texts.has("console.jobs.advice." + state.name().toLowerCase(Locale.ROOT)))
                .isTrue();
    }
}
