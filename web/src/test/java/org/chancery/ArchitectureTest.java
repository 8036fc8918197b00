package org.chancery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.faces.context.ExternalContext;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ObjectInputStream;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import org.chancery.service.billing.domain.VatIds;
import org.chancery.web.portal.component.Languages;

/**
 * Who may know whom and what. {@link ArchitectureProvenTest} shows each of these rules a class that breaks it, as it does
 * those of {@link ClassRulesTest}.
 */
@AnalyzeClasses(
        packages = "org.chancery",
        importOptions = {DoNotIncludeTests.class, WithoutFixtures.class})
class ArchitectureTest {

    /** Features in the order in which they may know each other: a feature knows those of earlier rows only. */
    private static final String[][] FEATURES = {
        {"platform"},
        {"money", "time"},
        {"audit", "ops", "job", "idempotency", "sandbox"},
        {"account", "catalog", "addon", "credit", "payment", "coupon", "notification"
        }, // one document holds plans and add-ons
        {"licensing"},
        {"branding", "subscription"},
        {"perpetual"},
        {"document"},
        {"billing"},
        {"checkout", "invariant"},
    };

    private static final Set<Class<?>> READ_FROM_REQUESTS =
            Set.of(ServletRequest.class, ExternalContext.class, HttpHeaders.class);

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("model")
            .definedBy("org.chancery.model..")
            .layer("service")
            .definedBy("org.chancery.service..")
            .layer("web")
            .definedBy("org.chancery.web..")
            .whereLayer("web")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("web");

    @ArchTest
    static final ArchRule features_of_the_model_form_no_cycles =
            slices().matching("org.chancery.model.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_of_the_services_form_no_cycles =
            slices().matching("org.chancery.service.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_know_only_those_below_them = classes()
            .that()
            .resideInAnyPackage("org.chancery.model..", "org.chancery.service..")
            .should(new ArchCondition<>("know only features of the same or a lower row") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    int own = rowOf(item);
                    item.getDirectDependenciesFromSelf().stream()
                            .filter(d -> rowOf(d.getTargetClass()) > own)
                            .forEach(d -> events.add(SimpleConditionEvent.violated(d, d.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule licensing_knows_nothing_of_money = noClasses()
            .that()
            .resideInAnyPackage("org.chancery.model.licensing..", "org.chancery.service.licensing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..money..", "..billing..", "..payment..", "..subscription..", "..catalog..", "..credit..");

    @ArchTest
    static final ArchRule entities_stay_behind_the_services = noClasses()
            .that()
            .resideInAPackage("org.chancery.web..")
            .should()
            .dependOnClassesThat(DescribedPredicate.or(
                    DescribedPredicate.describe("are entities", c -> c.isAnnotatedWith(Entity.class)),
                    DescribedPredicate.describe("are EntityManager", c -> c.isEquivalentTo(EntityManager.class))));

    @ArchTest
    static final ArchRule the_pure_core_knows_no_container = noClasses()
            .that()
            .resideInAPackage("org.chancery.service..domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "org.hibernate..", "com.stripe..", "org.slf4j..", "com.fasterxml..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_asks_the_machine_for_the_time = noClasses()
            .that(resideOutsideOfPackages("..platform.."))
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks the wall clock", (JavaMethodCall call) -> isWallClock(call.getTarget())));

    @ArchTest
    static final ArchRule ids_are_made_by_ids = noClasses().should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule vendors_stay_in_adapters = noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.stripe..",
                    "jakarta.mail..",
                    "javax.naming.directory..",
                    "org.bouncycastle..",
                    "com.nimbusds..",
                    "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule names_are_resolved_in_adapters = noClasses()
            .that()
            .resideOutsideOfPackage("..adapter..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "resolves a host name",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(InetAddress.class)
                            && call.getName().matches("get(All)?ByName")));

    @ArchTest
    static final ArchRule languages_are_chosen_in_one_place = noClasses()
            .that()
            .areNotAssignableTo(Languages.class)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks a request for its language",
                    (JavaMethodCall call) ->
                            call.getName().matches("getLocales?|getRequestLocales?|getAcceptableLanguages")
                                    && READ_FROM_REQUESTS.stream().anyMatch(call.getTargetOwner()::isAssignableTo)));

    /** The library of VAT ids answers true for what it does not know; only one class knows how to ask it. */
    @ArchTest
    static final ArchRule vat_ids_are_read_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(VatIds.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.helger..");

    /** What a byte stream may make of itself, once read, is its sender's choice. */
    @ArchTest
    static final ArchRule nobody_reads_java_objects_from_bytes =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    /** The client runs in other people's programs, whatever else is on their class path. */
    @ArchTest
    static final ArchRule the_client_needs_nothing_but_the_jdk = classes()
            .that()
            .resideInAPackage("org.chancery.client..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.chancery.client..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.security.auth.x500..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule the_server_knows_nothing_of_the_client = noClasses()
            .that()
            .resideOutsideOfPackage("org.chancery.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.chancery.client..");

    @ArchTest
    static final ArchRule parts_of_the_client_form_no_cycles =
            slices().matching("org.chancery.client.(*)..").should().beFreeOfCycles();

    /** A license is no reason to end a program; only the agent is a program of its own. */
    @ArchTest
    static final ArchRule nobody_ends_the_process = noClasses()
            .that()
            .resideOutsideOfPackage("org.chancery.client.agent..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "ends the process",
                    (JavaMethodCall call) -> call.getTargetOwner().getName().matches("java\\.lang\\.(System|Runtime)")
                            && call.getName().matches("exit|halt")));

    /** The clock that nobody sets is as much a part of the machine as the one that people set. */
    @ArchTest
    static final ArchRule the_client_is_given_its_machine = noClasses()
            .that()
            .resideInAPackage("org.chancery.client..")
            .and()
            .resideOutsideOfPackage("org.chancery.client.platform..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(SecureRandom.class);

    private static int rowOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        boolean ours = parts.length > 3 && type.getPackageName().matches("org\\.chancery\\.(model|service)\\..*");
        for (int row = 0; ours && row < FEATURES.length; row++) {
            for (String feature : FEATURES[row]) {
                if (feature.equals(parts[3])) {
                    return row;
                }
            }
        }
        return 0;
    }

    private static boolean isWallClock(MethodCallTarget target) {
        String owner = target.getOwner().getName();
        return owner.startsWith("java.time.")
                        && target.getName().equals("now")
                        && target.getRawParameterTypes().isEmpty()
                || owner.matches("java\\.time\\.(Clock|InstantSource)")
                        && target.getName().startsWith("system")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    }
}
