package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chancery.model.platform.Refusal;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Test;

/** Every way the house says no has a name of its own and words for people. */
class RefusalTextsTest {

    private final List<Refusal> refusals = everyRefusal();

    @Test
    void every_code_with_its_reason_is_unique() {
        Map<String, Long> counts =
                refusals.stream().collect(Collectors.groupingBy(Refusal::textKey, Collectors.counting()));
        assertThat(counts)
                .isNotEmpty()
                .allSatisfy((key, count) -> assertThat(count).as(key).isEqualTo(1));
    }

    @Test
    void every_refusal_has_a_text() {
        assertThat(refusals).hasSizeGreaterThan(30).allSatisfy(refusal -> assertThat(
                        Texts.in(Locale.ENGLISH).ofRefusal(refusal))
                .isNotBlank());
    }

    private static List<Refusal> everyRefusal() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.chancery").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isEnum())
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .map(Refusal.class::cast)
                        .toList();
    }
}
