package org.chancery;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;
import java.util.Set;
import java.util.UUID;
import org.chancery.model.credit.CreditEntry;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.billing.domain.VatIds;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;

/** The rules of the house. Each was seen failing once, by a class that broke it. */
@AnalyzeClasses(packages = "org.chancery", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Features in the order in which they may know each other: a feature knows those of earlier rows only. */
    private static final String[][] FEATURES = {
        {"platform"},
        {"money", "time"},
        {"audit", "ops", "idempotency", "sandbox"},
        {"account", "catalog", "addon", "credit", "payment", "coupon", "notification"
        }, // one document holds plans and add-ons
        {"licensing"},
        {"branding", "subscription"},
        {"perpetual"},
        {"document"},
        {"billing"},
        {"checkout", "invariant"},
    };

    private static final String HIBERNATE_IMMUTABLE = "org.hibernate.annotations.Immutable";

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
                    "org.apache.pdfbox..");

    @ArchTest
    static final ArchRule stateless_means_final_fields =
            classes().that().areAnnotatedWith(Stateless.class).should().haveOnlyFinalFields();

    @ArchTest
    static final ArchRule stateless_beans_are_services =
            classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service");

    @ArchTest
    static final ArchRule entities_have_verbs_not_setters = methods()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe("are entities", c -> c.isAnnotatedWith(Entity.class)))
            .and()
            .arePublic()
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule entities_hide_their_fields = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe("are entities", c -> c.isAnnotatedWith(Entity.class)))
            .and()
            .areNotStatic()
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule jpa_repositories_are_package_private =
            classes().that().haveSimpleNameStartingWith("Jpa").should().bePackagePrivate();

    /** Rows are changed through managed entities only; a merge could write over an append-only row. */
    @ArchTest
    static final ArchRule nobody_merges = noClasses().should().callMethod(EntityManager.class, "merge", Object.class);

    /** PostgreSQL refuses it by a trigger; on H2 these two rules are all there is. */
    @ArchTest
    static final ArchRule the_ledger_only_grows = noClasses()
            .that()
            .resideInAPackage("org.chancery.model.credit..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "changes or removes rows",
                    (JavaMethodCall call) -> Set.of("remove", "executeUpdate").contains(call.getName())));

    @ArchTest
    static final ArchRule entries_of_the_ledger_are_immutable =
            classes().that().areAssignableTo(CreditEntry.class).should().beAnnotatedWith(HIBERNATE_IMMUTABLE);

    /** The library of VAT ids answers true for what it does not know; only one class knows how to ask it. */
    @ArchTest
    static final ArchRule vat_ids_are_read_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(VatIds.class.getName())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.helger..");

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule names_say_something =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static final ArchRule every_service_method_says_what_it_does_to_the_audit_trail = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("be @Audited and record, or be @ReadOnly, or @Unaudited") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean audited = method.isAnnotatedWith(Audited.class);
                    if (!audited
                            && !method.isAnnotatedWith(ReadOnly.class)
                            && !method.isAnnotatedWith(Unaudited.class)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " says nothing"));
                    }
                    if (audited && !records(method, 3)) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " records nothing"));
                    }
                }
            });

    @ArchTest
    static final ArchRule every_service_says_who_may_call_it = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(new ArchCondition<>("name the roles that may call it") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (!namesRoles(method) && !namesRoles(method.getOwner())) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is open by default"));
                    }
                }
            });

    @ArchTest
    static final ArchRule no_provider_is_called_inside_a_transaction = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..adapter..")
            .should(new ArchCondition<>("run without a transaction when they call the payment provider") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean calls = method.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(PaymentGateway.class)
                                    && !call.getName().equals("isReady")
                                    && !call.getName().equals("leastCharge"));
                    if (calls && !refusesTransactions(method)) {
                        events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " may call the provider within a transaction"));
                    }
                }
            });

    private static boolean refusesTransactions(JavaMethod method) {
        return method.tryGetAnnotationOfType(TransactionAttribute.class)
                .map(attribute -> attribute.value() == TransactionAttributeType.NEVER)
                .orElse(false);
    }

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
                || owner.equals("java.time.Clock") && target.getName().startsWith("system")
                || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
    }

    /** True when the method, or one of its own class that it calls, records in the audit trail. */
    private static boolean records(JavaMethod method, int depth) {
        return method.getMethodCallsFromSelf().stream().anyMatch(call -> {
            if (call.getTargetOwner().isEquivalentTo(AuditTrail.class)) {
                return true;
            }
            return depth > 0
                    && call.getTargetOwner().equals(method.getOwner())
                    && call.getTarget()
                            .resolveMember()
                            .map(target -> !target.equals(method) && records(target, depth - 1))
                            .orElse(false);
        });
    }

    private static boolean namesRoles(CanBeAnnotated declared) {
        return declared.isAnnotatedWith(jakarta.annotation.security.RolesAllowed.class)
                || declared.isAnnotatedWith(jakarta.annotation.security.PermitAll.class);
    }
}
