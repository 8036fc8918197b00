package org.chancery.web.portal.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.model.licensing.LicensingRefusal;
import org.chancery.model.platform.ProblemCode;
import org.chancery.web.edge.RouteTable;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an instance may be refused with is explained. */
class CheckAnswerTest {

    private final Texts texts = Texts.in(Locale.ENGLISH);

    static List<CheckAnswer> answers() {
        return CheckAnswer.all();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_refusal_says_what_it_means_and_what_to_do(CheckAnswer answer) {
        assertThat(Stream.of("", ".means", ".do").map(part -> answer.key() + part))
                .allSatisfy(key -> assertThat(texts.has(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_place_has_a_label_and_is_there(CheckAnswer answer) {
        HelpPlace place = answer.place();
        boolean nothingToDo =
                answer.code() == ProblemCode.TOO_MANY_REQUESTS || answer.code() == ProblemCode.SERVER_ERROR;
        assertThat(place == null).as(answer.anchor()).isEqualTo(nothingToDo);
        if (place != null) {
            assertThat(texts.has(place.label())).isTrue();
            assertThat(RouteTable.isPage(place.address()) || place == HelpPlace.INTERFACE)
                    .as(place.address())
                    .isTrue();
        }
    }

    @Test
    void every_code_and_reason_of_the_protocol_is_there_once() {
        List<String> anchors = answers().stream().map(CheckAnswer::anchor).toList();
        assertThat(anchors).doesNotHaveDuplicates().contains("101", "106", "107-fork", "110", "111", "113", "200");
        assertThat(anchors)
                .containsAll(Stream.of(LicensingRefusal.values())
                        .filter(refusal -> CheckAnswer.isExplained(refusal.code()))
                        .map(refusal -> new CheckAnswer(refusal.code(), refusal.reason()).anchor())
                        .toList());
        Set<Integer> numbers = answers().stream().map(CheckAnswer::number).collect(Collectors.toSet());
        assertThat(Stream.of(ProblemCode.values()).map(ProblemCode::number).filter(number -> number < 300))
                .allSatisfy(number -> assertThat(numbers).contains(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101", "103.unpaid", "103.suspended", "103.expired", "103.canceled", "104", "105", "106", "107.fork",
                "107.stale", "107.shared", "107.displaced", "108.lapsed", "108.deactivated", "109", "110", "111", "112",
                "113", "200"
            })
    void the_whole_contract_has_texts(String refusal) {
        assertThat(texts.has("checks." + refusal)).isTrue();
        assertThat(texts.has("checks." + refusal + ".means")).isTrue();
        assertThat(texts.has("checks." + refusal + ".do")).isTrue();
    }

    @ParameterizedTest(name = "\"{0}\" leads to {1}")
    @CsvSource({
        "107, 107-fork",
        "107 fork, 107-fork",
        "107 shared, 107-shared",
        "107 nonsense, 107-fork",
        "code=107 reason=stale, 107-stale",
        "urn:chancery:problem:107:shared, 107-shared",
        "denied with 103 (unpaid), 103-unpaid",
        "108 lapsed, 108-lapsed",
        "'  113 ', 113",
        "110, 110",
        "113 fork, 113"
    })
    void what_people_copy_out_of_a_log_finds_its_answer(String typed, String anchor) {
        LoggedCode logged = LoggedCode.read(typed).orElseThrow();
        assertThat(CheckAnswer.find(logged.number(), logged.reason()))
                .map(CheckAnswer::anchor)
                .contains(anchor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fork", "7", "1234567", "10", "<script>"})
    void what_has_no_number_of_three_digits_is_no_code(String typed) {
        assertThat(LoggedCode.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300, 303, 999})
    void what_no_instance_meets_has_no_answer(int number) {
        assertThat(CheckAnswer.find(number, null)).isEmpty();
    }

    @Test
    void problems_lead_to_their_answer() {
        assertThat(CheckAnswer.addressOf(ProblemCode.INVALID_CHECK_SECRET, "fork"))
                .contains("/help/checks?code=107&reason=fork");
        assertThat(CheckAnswer.addressOf(ProblemCode.TOO_MANY_REQUESTS, null)).contains("/help/checks?code=113");
        assertThat(CheckAnswer.addressOf(ProblemCode.CONFLICT, "nothing-changes"))
                .isEmpty();
    }
}
