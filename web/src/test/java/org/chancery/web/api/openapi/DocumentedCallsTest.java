package org.chancery.web.api.openapi;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.model.platform.ProblemCode;
import org.chancery.model.platform.Refusal;
import org.chancery.service.account.OperatorView;
import org.chancery.service.account.UserView;
import org.chancery.service.catalog.CatalogDocument;
import org.chancery.service.checkout.QuoteView;
import org.chancery.service.licensing.Entitlements;
import org.chancery.service.licensing.IssuedSecret;
import org.chancery.web.api.PageResponse;
import org.chancery.web.api.account.AccountResponse;
import org.chancery.web.api.account.TokenResponse;
import org.chancery.web.api.billing.CreditResource;
import org.chancery.web.api.billing.InvoiceResponse;
import org.chancery.web.api.checkout.SubscriptionResponse;
import org.chancery.web.api.coupon.CouponResponse;
import org.chancery.web.api.coupon.PartnersResource;
import org.chancery.web.api.licensing.ActivationResponse;
import org.chancery.web.api.licensing.LicensesResource;
import org.chancery.web.api.licensing.OfflineLicenseResponse;
import org.chancery.web.api.payment.PaymentMethodsResource.PaymentMethodResponse;
import org.chancery.web.api.perpetual.PerpetualResponse;
import org.junit.jupiter.api.Test;

/** The document tells of every call that exists and of no other, field by field. */
class DocumentedCallsTest {

    /** What a call answers whose method builds its response by hand. A new one is added here. */
    private static final Map<String, Class<?>> BUILT_BY_HAND = Map.ofEntries(
            entry("GET /api/v1/catalog", CatalogDocument.class),
            entry("PUT /api/v1/catalog", CatalogDocument.class),
            entry("POST /api/v1/accounts", AccountResponse.class),
            entry("POST /api/v1/accounts/{id}/users", UserView.class),
            entry("POST /api/v1/accounts/{id}/tokens", TokenResponse.class),
            entry("POST /api/v1/operators", OperatorView.class),
            entry("POST /api/v1/operators/{id}/tokens", TokenResponse.class),
            entry("POST /api/v1/accounts/{id}/credit", CreditResource.GrantResponse.class),
            entry("POST /api/v1/accounts/{id}/payment-methods", PaymentMethodResponse.class),
            entry("POST /api/v1/coupons", CouponResponse.class),
            entry("POST /api/v1/partners", PartnersResource.PartnerResponse.class),
            entry("GET /api/v1/partners/report", PartnersResource.ReportResponse.class),
            entry("POST /api/v1/quotes", QuoteView.class),
            entry("POST /api/v1/subscriptions", SubscriptionResponse.class),
            entry("POST /api/v1/perpetual-licenses", PerpetualResponse.class),
            entry("GET /api/v1/invoices/{id}", InvoiceResponse.class),
            entry("POST /api/v1/invoices/{id}/payments", InvoiceResponse.class),
            entry("POST /api/v1/instances", ActivationResponse.class),
            entry("GET /api/v1/instances/{id}/entitlements", Entitlements.class),
            entry("POST /api/v1/instances/{id}/offline-licenses", OfflineLicenseResponse.class),
            entry("POST /api/v1/licenses/{id}/offline-licenses", OfflineLicenseResponse.class),
            entry("POST /api/v1/licenses/{id}/secret", IssuedSecret.class));

    /** What a call takes whose method reads its bytes by hand. */
    private static final Map<String, Class<?>> READ_BY_HAND =
            Map.of("POST /api/v1/licenses/{id}/secret", LicensesResource.SecretRequest.class);

    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document = OpenApiDocument.at(URI.create("https://example.org"));
    private final List<RestCall> calls = RestCall.all();

    @Test
    void every_call_is_described_and_every_description_is_a_call() {
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fieldNames().forEachRemaining(verb -> {
                    if (path.getKey().startsWith("/api/") && VERBS.contains(verb)) {
                        described.add(verb + " " + path.getKey());
                    }
                }));
        Set<String> existing = new TreeSet<>();
        calls.forEach(call -> existing.add(call.verb() + " " + call.path()));
        assertThat(described).containsExactlyElementsOf(existing);
    }

    @Test
    void paths_outside_of_the_api_are_servlets() {
        Set<String> servlets = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.chancery.web").stream()
                        .filter(type -> type.isAnnotatedWith(WebServlet.class))
                        .forEach(type -> servlets.addAll(Arrays.asList(
                                type.getAnnotationOfType(WebServlet.class).value())));
        List<String> outside = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(outside::add);
        outside.removeIf(path -> path.startsWith("/api/"));
        assertThat(servlets).containsAll(outside);
    }

    @Test
    void parameters_are_those_of_the_methods() {
        for (RestCall call : calls) {
            Set<String> names = TEMPLATE.matcher(call.path())
                    .results()
                    .map(MatchResult::group)
                    .map(group -> group.substring(1, group.length() - 1))
                    .collect(TreeSet::new, Set::add, Set::addAll);
            assertThat(parameters(call, "path")).as(call.toString()).isEqualTo(names);
            assertThat(parameters(call, "query")).as(call.toString()).isEqualTo(call.queryNames());
        }
    }

    @Test
    void request_bodies_have_the_fields_of_their_records() {
        List<String> faults = new ArrayList<>();
        for (RestCall call : calls) {
            JsonNode schema = operation(call).at("/requestBody/content/application~1json/schema");
            assertThat(call.body().isPresent()).as(call + " takes a body").isEqualTo(!schema.isMissingNode());
            call.body()
                    .map(type -> READ_BY_HAND.getOrDefault(call.toString(), type))
                    .ifPresent(type -> new WireType(document, true, faults).compare(type, schema, call.toString()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void answers_have_the_fields_of_their_records() {
        List<String> faults = new ArrayList<>();
        for (RestCall call : calls) {
            Type type = call.method().getGenericReturnType();
            if (type == void.class) {
                assertThat(operation(call).at("/responses").has("204"))
                        .as(call.toString())
                        .isTrue();
            } else if (!JsonNode.class.equals(type) && !isFile(call)) {
                compareAnswer(call, type, faults);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What is answered as a file has no fields. */
    private boolean isFile(RestCall call) {
        JsonNode content = operation(call).at("/responses/200/content");
        return !content.isEmpty() && !content.has("application/json");
    }

    private void compareAnswer(RestCall call, Type declared, List<String> faults) {
        String status = operation(call).at("/responses").has("201") ? "201" : "200";
        JsonNode schema = operation(call).at("/responses/" + status + "/content/application~1json/schema");
        Type type = declared == Response.class ? BUILT_BY_HAND.get(call.toString()) : declared;
        assertThat(type).as(call + " is listed here with what it answers").isNotNull();
        if (type instanceof ParameterizedType page && page.getRawType() == PageResponse.class) {
            JsonNode list = document.at(schema.path("$ref").asText().substring(1));
            Class<?> item = (Class<?>) page.getActualTypeArguments()[0];
            assertThat(list.path("required").get(0).asText()).isEqualTo("data");
            new WireType(document, false, faults).compare(item, list.at("/properties/data/items"), call.toString());
        } else {
            // The catalog's document is what PUT takes too, so nothing in it is promised.
            boolean takenToo = type == CatalogDocument.class;
            new WireType(document, takenToo, faults)
                    .compare((Class<?>) Objects.requireNonNull(type), schema, call.toString());
        }
    }

    @Test
    void every_problem_code_and_reason_is_described() {
        Map<Integer, String> described = new TreeMap<>();
        Map<Integer, String> texts = new TreeMap<>();
        document.at("/components/schemas/Problem/properties/code/oneOf").forEach(code -> {
            described.put(code.get("const").asInt(), code.get("title").asText());
            texts.put(code.get("const").asInt(), code.get("description").asText());
        });
        Map<Integer, String> existing = new TreeMap<>();
        Arrays.stream(ProblemCode.values()).forEach(code -> existing.put(code.number(), code.name()));
        assertThat(described).isEqualTo(existing);
        refusals().stream().filter(refusal -> refusal.reason() != null).forEach(refusal -> assertThat(
                        texts.get(refusal.code().number()))
                .as("description of code %s in chancery.json", refusal.code().number())
                .contains("`" + refusal.reason() + "`"));
    }

    @Test
    void every_schema_and_answer_is_used() {
        String text = document.toString();
        for (String group : List.of("schemas", "responses", "parameters")) {
            document.at("/components/" + group).fieldNames().forEachRemaining(name -> assertThat(text)
                    .as(name)
                    .contains("\"#/components/" + group + "/" + name + "\""));
        }
    }

    private JsonNode operation(RestCall call) {
        return document.path("paths").path(call.path()).path(call.verb());
    }

    private Set<String> parameters(RestCall call, String in) {
        Set<String> names = new TreeSet<>();
        for (JsonNode holder : List.of(document.path("paths").path(call.path()), operation(call))) {
            for (JsonNode parameter : holder.path("parameters")) {
                String ref = parameter.path("$ref").asText();
                JsonNode resolved = ref.isEmpty() ? parameter : document.at(ref.substring(1));
                if (resolved.path("in").asText().equals(in)) {
                    names.add(resolved.path("name").asText());
                }
            }
        }
        return names;
    }

    private static Set<Refusal> refusals() {
        Set<Refusal> refusals = new LinkedHashSet<>();
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.chancery").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isEnum())
                        .forEach(type -> Arrays.stream(type.reflect().getEnumConstants())
                                .map(Refusal.class::cast)
                                .forEach(refusals::add));
        return refusals;
    }
}
