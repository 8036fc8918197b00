package org.chancery.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Every page in the pseudo-locale, whose letters all bear an accent and whose sentences are longer: a plain word is one
 * that is in no bundle, unless it is somebody's data; and nothing scrolls sideways at 360 px.
 */
@ContainerTest
class PseudoLocaleBrowserIT {

    /** The words of a page, without what only shows data: amounts, times, codes and the choices of lists. */
    private static final String WORDS =
            """
            () => {
              const skipped = "script, style, code, pre, time, .num, option, .ui-selectonemenu-items-wrapper";
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const texts = [];
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (!node.parentElement.closest(skipped)) texts.push(node.data);
              }
              for (const element of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")) {
                for (const name of ["aria-label", "placeholder", "title", "alt"]) {
                  texts.push(element.getAttribute(name) || "");
                }
              }
              return texts.join("\\n");
            }""";

    private static final Pattern PLAIN_WORD = Pattern.compile("(?<![\\p{L}.@/])[A-Za-z]{4,}(?![\\p{L}@/])");
    private static final Pattern ADDRESS_OR_ID =
            Pattern.compile("\\S+@\\S+|https?://\\S+|[\\w.-]+\\.(?:example|org|com)|\\b[A-Z]{1,4}-[0-9A-Z-]+");

    /** Names of the sandbox and of the accounts of tests, those that stay as they are in every language, and months. */
    private static final Set<String> DATA = Set.of(
            "chancery",
            "sandbox",
            "gmbh",
            "test",
            "teststr",
            "kepler",
            "sensors",
            "hafenstr",
            "hamburg",
            "germany",
            "acme",
            "robotics",
            "visa",
            "iban",
            "sepa",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** What the component library says to screen readers in its own translations, of which it has none for this one. */
    private static final Set<String> OF_THE_LIBRARY = Set.of("filter", "value", "increase", "decrease");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(PseudoLocaleBrowserIT.class);
    }

    @Test
    void customers_read_no_word_that_is_in_no_bundle() {
        String email = Sandbox.freshEmail();
        UUID account = Sandbox.account(email);
        Sandbox.attach(account, "card", "pm_card_visa");
        JsonNode order = Sandbox.paidOrder(account, "startup", "{}");
        String subscription = "/subscriptions/" + order.at("/id").asText();
        String perpetual = Sandbox.ownerOf(account)
                .post("/api/v1/perpetual-licenses", "{'product':'iot-platform','plan':'perpetual','collection':'wire'}")
                .text("/id");
        String license = "/licenses/" + order.at("/license/id").asText();
        String offline = offlineLicenses(account);
        TestInstance instance = new TestInstance(order.at("/license/secret").asText(), "kepler-1");
        instance.activate();
        instance.copy().check(); // one of the two is refused from now on
        instance.check();
        try (Visitor customer = new Visitor("en-XA")) {
            List<String> faults = new ArrayList<>(read(customer, "/sign-in"));
            faults.addAll(read(customer, "/help/checks"));
            customer.signIn("/overview", email);
            for (String address : List.of(
                    "/overview",
                    "/subscriptions",
                    subscription,
                    subscription + "/change",
                    subscription + "/change/confirm?plan=business&period=month&when=now",
                    subscription + "/add-ons",
                    subscription + "/cancel",
                    license + "/secret",
                    license + "/deployment",
                    license + "/offline",
                    offline,
                    offline + "/"
                            + Api.operator()
                                    .get("/api/v1" + offline + "-licenses")
                                    .text("/data/0/id"),
                    "/billing",
                    "/billing/details",
                    "/billing/invoices",
                    "/billing/invoices/" + order.at("/invoice/id").asText(),
                    "/billing/credit",
                    "/billing/methods",
                    "/billing/methods/new",
                    "/perpetual",
                    "/perpetual/" + perpetual,
                    "/order/" + perpetual + "/done",
                    "/instances",
                    "/instances/" + instance.id(),
                    "/instances/" + instance.id() + "/deactivate",
                    "/help/checks?code=999",
                    "/order/product",
                    "/order/plan?product=iot-platform",
                    "/order/customise?product=iot-platform&plan=startup&period=month",
                    "/order/summary?product=iot-platform&plan=startup&period=month",
                    "/order/plan?product=iot-platform&plan=perpetual&period=once",
                    "/order/customise?product=iot-platform&plan=perpetual&period=once",
                    "/order/summary?product=iot-platform&plan=perpetual&period=once",
                    "/nowhere")) {
                faults.addAll(read(customer, address));
            }
            assertThat(faults).isEmpty();
        }
    }

    /** The page of a license that has offline mode, and a file. */
    private static String offlineLicenses(UUID account) {
        Api.Answer order = Api.operator()
                .post(
                        "/api/v1/perpetual-licenses",
                        "{'account':'" + account + "','product':'iot-platform','plan':'perpetual','currency':'EUR',"
                                + "'addOns':{'offline-mode':1},'collection':'wire'}");
        Sandbox.pay(
                order.text("/invoice/id"), order.json().at("/invoice/amountDue").asLong());
        String page = "/licenses/" + order.text("/license/id") + "/offline";
        String request = "{\"product\":\"iot-platform\",\"releaseDate\":\"2026-01-01\",\"deploymentId\":\"kepler\","
                + "\"instanceName\":\"kepler-2\",\"seatClass\":\"production\",\"returnHash\":\""
                + TestInstance.hash("ret_kepler") + "\",\"bind\":{\"type\":\"deployment\",\"value\":\"kepler\"},"
                + "\"nonce\":\"" + TestInstance.random(24) + "\"}";
        String coded = Base64.getUrlEncoder().withoutPadding().encodeToString(request.getBytes(StandardCharsets.UTF_8));
        Api.Answer issued =
                Api.operator().post("/api/v1" + page + "-licenses", "{'request':'" + coded + "','ttl':3600}");
        assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
        return page;
    }

    @Test
    void operators_read_no_word_that_is_in_no_bundle() {
        UUID account = Sandbox.account();
        String invoice =
                Sandbox.order(account, "startup", "{}").at("/invoice/id").asText();
        try (Visitor operator = new Visitor("en-XA")) {
            List<String> faults = new ArrayList<>(read(operator, "/console/sign-in"));
            operator.signIn("/console", Sandbox.operator("admin"));
            for (String address : List.of(
                    "/console",
                    "/console/accounts",
                    "/console/accounts/new",
                    "/console/accounts/" + account,
                    "/console/accounts/" + account + "/credit",
                    "/console/accounts/" + account + "/credit/new",
                    "/console/invoices",
                    "/console/invoices/" + invoice,
                    "/console/coupons",
                    "/console/coupons/new",
                    "/console/partners",
                    "/console/partners/new",
                    "/console/operators",
                    "/console/operators/new",
                    "/console/jobs",
                    "/console/settings",
                    "/console/tax",
                    "/console/tax/new",
                    "/console/signing-keys")) {
                faults.addAll(read(operator, address));
            }
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> read(Visitor reader, String address) {
        reader.open(address);
        Page page = reader.page();
        List<String> faults = new ArrayList<>();
        String language = page.locator("html").getAttribute("lang");
        if (!"en-XA".equals(language)) {
            faults.add(address + " speaks " + language);
        }
        String text = ADDRESS_OR_ID.matcher((String) page.evaluate(WORDS)).replaceAll(" ");
        Set<String> plain = PLAIN_WORD
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !data().contains(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        if (!plain.isEmpty()) {
            faults.add(address + " says " + plain);
        }
        page.setViewportSize(360, 900);
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > 360) {
            faults.add(address + " scrolls to " + width);
        }
        page.setViewportSize(1280, 900);
        return faults;
    }

    /** What the catalog calls things, and the vendor itself, is not ours to translate. */
    private static Set<String> data() {
        Set<String> words = new HashSet<>(DATA);
        words.addAll(OF_THE_LIBRARY);
        for (String path : List.of("/api/v1/catalog", "/api/v1/settings")) {
            PLAIN_WORD
                    .matcher(Api.operator().get(path).body())
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .forEach(words::add);
        }
        return words;
    }
}
