package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a 4xx problem that names the field, shows no inside, and changes nothing. */
@ContainerTest
class BadInputIT {

    private static final String GOOD =
            "{'product':'iot-platform','plan':'startup','period':'month','currency':'EUR','addOns':{'custom-domains':2}}";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(BadInputIT.class);
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("nothing", "", ""),
                Arguments.of("null", "null", ""),
                Arguments.of("an array", "[" + GOOD + "]", ""),
                Arguments.of("cut off", GOOD.substring(0, 40), "plan"),
                Arguments.of("trailing text", GOOD + " x", ""),
                Arguments.of("two documents", GOOD + GOOD, ""),
                Arguments.of("a duplicate key", GOOD.replace("'plan'", "'product':'x','plan'"), ""),
                Arguments.of("an unknown field", GOOD.replace("'plan'", "'price':1,'plan'"), "price"),
                Arguments.of("a number for a text", GOOD.replace("'startup'", "7"), "plan"),
                Arguments.of("a boolean for a text", GOOD.replace("'startup'", "true"), "plan"),
                Arguments.of("an object for a text", GOOD.replace("'startup'", "{}"), "plan"),
                Arguments.of("a text for a number", GOOD.replace("2}", "'2'}"), "addOns.custom-domains"),
                Arguments.of("a fraction", GOOD.replace("2}", "1.5}"), "addOns.custom-domains"),
                Arguments.of("a whole fraction", GOOD.replace("2}", "2.0}"), "addOns.custom-domains"),
                Arguments.of("beyond an int", GOOD.replace("2}", "99999999999}"), "addOns"),
                Arguments.of("a huge number", GOOD.replace("2}", "1e1000000000}"), "addOns.custom-domains"),
                Arguments.of("a very long number", GOOD.replace("2}", "9".repeat(500) + "}"), "addOns"),
                Arguments.of("a null quantity", GOOD.replace("2}", "null}"), "addOns.custom-domains"),
                Arguments.of("a negative quantity", GOOD.replace("2}", "-1}"), "addOns.custom-domains"),
                Arguments.of("a blank plan", GOOD.replace("startup", " "), "plan"),
                Arguments.of("an unknown period", GOOD.replace("month", "week"), "period"),
                Arguments.of("an unknown currency", GOOD.replace("EUR", "EURO"), "currency"),
                Arguments.of("an unknown product", GOOD.replace("iot-platform", "nothing"), "product"),
                Arguments.of("an unknown coupon", GOOD.replace("{'p", "{'coupon':'FREE','p"), "coupon"),
                Arguments.of("deep nesting", "[".repeat(100_000), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void a_quote_refuses(String name, String body, String field) {
        Api.Answer answer = Api.operator().post("/api/v1/quotes", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertProblem(answer, 106);
        assertThat(answer.json().at("/errors").findValuesAsText("field"))
                .as(answer.body())
                .contains(field);
    }

    @Test
    void a_body_beyond_256_kib_is_refused_announced_or_not() {
        String big = "{'product':'" + "x".repeat(300_000) + "'}";
        Api.Answer answer = Api.operator().post("/api/v1/quotes", big);
        assertThat(answer.status()).isEqualTo(413);
        assertProblem(answer, 309);
        Api.Answer streamed = Api.operator().stream("/api/v1/quotes", big);
        assertThat(streamed.status()).as(streamed.toString()).isEqualTo(413);
        assertProblem(streamed, 309);
    }

    @Test
    void other_refusals_of_http_are_problems_too() {
        assertRefusal(Api.operator().get("/api/v1/nothing-here"), 404, 302);
        assertRefusal(Api.operator().get("/api/v1/subscriptions/not-an-id"), 404, 302);
        assertRefusal(Api.operator().get("/api/v1/subscriptions/" + new UUID(7, 7)), 404, 302);
        assertRefusal(Api.operator().put("/api/v1/quotes", GOOD), 405, 309);
        assertRefusal(Api.anonymous().get("/api/v1/invoices"), 401, 300);
        assertRefusal(Api.anonymous().as("opr_wrong").get("/api/v1/invoices"), 401, 300);
        assertRefusal(Api.operator().get("/api/v1/invoices?limit=0"), 400, 106);
        assertRefusal(Api.operator().get("/api/v1/invoices?limit=101"), 400, 106);
    }

    @Test
    void payments_are_whole_positive_bounded_and_explained() {
        String invoice = Sandbox.order(Sandbox.account(), "startup", "{}")
                .at("/invoice/id")
                .asText();
        String path = "/api/v1/invoices/" + invoice + "/payments";
        for (String body : new String[] {
            "{'amount':0,'reference':'r'}",
            "{'amount':-1,'reference':'r'}",
            "{'amount':1.5,'reference':'r'}",
            "{'amount':1000000000001,'reference':'r'}",
            "{'amount':99999999999999999999,'reference':'r'}",
            "{'amount':'100','reference':'r'}",
            "{'reference':'r'}"
        }) {
            Api.Answer answer = Api.operator().post(path, body);
            assertRefusal(answer, 400, 106);
            assertThat(answer.json().at("/errors/0/field").asText()).as(body).isEqualTo("amount");
        }
        assertRefusal(Api.operator().post(path, "{'amount':1,'reference':' '}"), 400, 106);
        assertRefusal(
                Api.operator().post(path, "{'amount':1,'reference':'r','receivedAt':'2999-01-01T00:00:00Z'}"),
                400,
                106);
        assertRefusal(Api.operator().post(path, "{'amount':1,'reference':'r','receivedAt':'yesterday'}"), 400, 106);
        assertThat(Api.operator()
                        .get("/api/v1/invoices/" + invoice)
                        .json()
                        .at("/amountPaid")
                        .asLong())
                .isZero();
    }

    private static void assertRefusal(Api.Answer answer, int status, int code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertProblem(answer, code);
    }

    private static void assertProblem(Api.Answer answer, int code) {
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().at("/code").asInt()).as(answer.body()).isEqualTo(code);
        assertThat(answer.json().at("/title").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Exception", "org.", "jackson", "\tat ", "UT0", "RESTEASY");
    }
}
