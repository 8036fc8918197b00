package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.model.money.Money;
import org.chancery.offence.Offends;
import org.chancery.service.platform.Caller;
import org.chancery.web.portal.component.Texts;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that has never been red proves nothing: each one is shown the classes that break it and has to name them. */
class ArchitectureProvenTest {

    private static final JavaClasses ALL = new ClassFileImporter().importPackages("org.chancery");
    private static final JavaClasses OFFENDERS = those(ALL, type -> type.isAnnotatedWith(Offends.class));

    /** One of each layer: the rule of the layers wants none of them to be empty, and asks who knows their classes. */
    private static final Set<Class<?>> BYSTANDERS = Set.of(Money.class, Caller.class, Texts.class);

    static Stream<Named<Field>> rules() {
        return Stream.of(ArchitectureTest.class, ClassRulesTest.class)
                .flatMap(test -> Arrays.stream(test.getDeclaredFields()))
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(field -> Named.of(field.getName(), field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void a_rule_names_each_of_its_offenders(Field rule) throws IllegalAccessException {
        JavaClasses offenders = those(OFFENDERS, type -> offendedBy(type).equals(rule.getName()));
        assertThat(offenders)
                .as("classes with @Offends(\"" + rule.getName() + "\")")
                .isNotEmpty();
        JavaClasses shown = those(
                ALL,
                type -> offenders.contain(type.getName()) || BYSTANDERS.stream().anyMatch(type::isEquivalentTo));
        List<String> found =
                ((ArchRule) rule.get(null)).evaluate(shown).getFailureReport().getDetails();
        assertThat(offenders).allSatisfy(offender -> assertThat(found)
                .as("what the rule says")
                .anySatisfy(line -> assertThat(line).contains(offender.getName())));
    }

    @Test
    void an_offender_belongs_to_a_rule_that_exists() {
        assertThat(OFFENDERS)
                .extracting(ArchitectureProvenTest::offendedBy)
                .isSubsetOf(rules().map(Named::getName).toList());
    }

    private static String offendedBy(JavaClass type) {
        return type.getAnnotationOfType(Offends.class).value();
    }

    private static JavaClasses those(JavaClasses classes, Predicate<JavaClass> wanted) {
        return classes.that(DescribedPredicate.describe("are wanted", wanted));
    }
}
