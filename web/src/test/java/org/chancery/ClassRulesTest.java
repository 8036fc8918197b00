package org.chancery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameter;
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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.service.audit.AuditTrail;
import org.chancery.service.payment.port.PaymentGateway;
import org.chancery.service.platform.Audited;
import org.chancery.service.platform.ReadOnly;
import org.chancery.service.platform.Unaudited;
import org.hibernate.annotations.Immutable;

/** How classes of each kind are made. {@link ArchitectureProvenTest} shows each of these rules a class that breaks it. */
@AnalyzeClasses(
        packages = "org.chancery",
        importOptions = {DoNotIncludeTests.class, WithoutFixtures.class})
class ClassRulesTest {

    private static final String[] APPEND_ONLY = {"org.chancery.model.credit..", "org.chancery.model.audit.."};

    /** Beside records: nothing, a prepared answer, bytes, streams, and a document that is passed on as a tree. */
    private static final Set<Class<?>> BODIES =
            Set.of(void.class, Response.class, byte[].class, InputStream.class, StreamingOutput.class, JsonNode.class);

    /** What a gateway answers from its settings, without a word to the provider. */
    private static final Set<String> SETTINGS_OF_GATEWAYS = Set.of("isReady", "leastCharge");

    private static final Set<String> NOT_THE_BODY = Stream.of(
                    PathParam.class,
                    QueryParam.class,
                    HeaderParam.class,
                    CookieParam.class,
                    MatrixParam.class,
                    BeanParam.class,
                    Context.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

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

    @ArchTest
    static final ArchRule rows_of_the_ledger_and_the_audit_trail_are_immutable = classes()
            .that()
            .resideInAnyPackage(APPEND_ONLY)
            .and()
            .areAnnotatedWith(Entity.class)
            .should()
            .beAnnotatedWith(Immutable.class);

    @ArchTest
    static final ArchRule immutable_rows_are_written_at_their_birth_only = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Immutable.class)
            .should(new ArchCondition<JavaField>("be set by constructors only") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    field.getAccessesToSelf().stream()
                            .filter(access -> access.getAccessType() == AccessType.SET)
                            .filter(access -> !access.getOrigin().isConstructor())
                            .forEach(access ->
                                    events.add(SimpleConditionEvent.violated(access, access.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule the_ledger_and_the_audit_trail_are_only_added_to = noClasses()
            .that()
            .resideInAnyPackage(APPEND_ONLY)
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "changes or removes rows",
                    (JavaMethodCall call) -> call.getName().equals("executeUpdate")
                            || call.getTargetOwner().isEquivalentTo(EntityManager.class)
                                    && call.getName().equals("remove")));

    /** Rows are changed through managed entities only; a merge could write over an append-only row. */
    @ArchTest
    static final ArchRule nobody_merges = noClasses().should().callMethod(EntityManager.class, "merge", Object.class);

    @ArchTest
    static final ArchRule resources_are_named_so =
            classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule bodies_are_records_bytes_or_streams = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(new ArchCondition<>("take and give records, bytes or streams") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream<JavaClass> taken = method.getParameters().stream()
                            .filter(parameter -> parameter.getAnnotations().stream()
                                    .noneMatch(a ->
                                            NOT_THE_BODY.contains(a.getRawType().getName())))
                            .map(JavaParameter::getRawType);
                    Stream.concat(taken, Stream.of(method.getRawReturnType()))
                            .filter(type -> !type.isRecord() && BODIES.stream().noneMatch(type::isEquivalentTo))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " has the body " + type.getName())));
                }
            });

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
                                    && !SETTINGS_OF_GATEWAYS.contains(call.getName()));
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
