package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Account credit and tax rates on the pages of operators and customers. */
@ContainerTest
class MoneyBrowserIT {

    private final String email = Sandbox.freshEmail();
    private final UUID account = accountOf(email);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(MoneyBrowserIT.class);
    }

    @Test
    void an_operator_grants_and_corrects_credit_and_knows_before_what_it_does() {
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/accounts/" + account, Sandbox.operator("admin"));
            Page page = operator.page();
            page.getByText("Grant or correct").click();
            assertThat(page.locator("h1")).hasText("Account credit");
            operator.judge("console-credit-empty");

            page.getByText("Grant or correct").click();
            assertThat(page.locator("h1")).hasText("Grant or correct");
            operator.judge("console-credit-new");
            page.locator("#record").click();
            assertThat(page.locator("#grant")).containsText("Please type an amount.");
            assertThat(page.locator("#grant")).containsText("Please fill in this field");
            operator.judge("console-credit-faults");

            typeAmount(page, "25");
            assertThat(page.locator("#outcome")).containsText("can use €0.00 now, and €25.00 after this");
            record(page, "For the outage of last week");
            assertThat(page.locator("#messages")).containsText("€25.00 is granted.");
            assertThat(page.locator("#entries")).containsText("For the outage of last week");

            page.getByText("Grant or correct").click();
            page.getByLabel("Take credit back").check();
            typeAmount(page, "30");
            assertThat(page.locator("#outcome")).containsText("can use €25.00, so no more than that");
            operator.judge("console-credit-too-much");
            typeAmount(page, "5");
            assertThat(page.locator("#outcome")).containsText("can use €25.00 now, and €20.00 after this");
            record(page, "It was shorter than we thought");
            assertThat(page.locator("#messages")).containsText("€5.00 is taken back.");
            assertThat(page.locator("#entries")).containsText("−€5.00");
            assertThat(page.locator("#entries")).containsText("€20.00 left");
            operator.judge("console-credit");
        }
    }

    @Test
    void what_was_told_no_longer_holds_so_it_is_told_again() {
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/accounts/" + account + "/credit/new", Sandbox.operator("admin"));
            Page page = operator.page();
            typeAmount(page, "25");
            assertThat(page.locator("#outcome")).containsText("€25.00 after this");
            grant(1_000, "somebody else was quicker");
            record(page, "For the outage");
            assertThat(page.locator("#messages")).containsText("Nothing is recorded yet");
            assertThat(page.locator("#outcome")).containsText("can use €10.00 now, and €35.00 after this");
            page.locator("#record").click();
            assertThat(page.locator("#messages")).containsText("€25.00 is granted.");
            assertThat(Api.operator()
                            .get("/api/v1/accounts/" + account + "/credit")
                            .json()
                            .at("/balances/0/available")
                            .asLong())
                    .isEqualTo(3_500);
        }
    }

    @Test
    void a_customer_sees_what_is_owed_and_every_movement() {
        try (Visitor customer = new Visitor()) {
            customer.signIn("/billing/credit", email);
            Page page = customer.page();
            assertThat(page.locator("h1")).hasText("Account credit");
            customer.judge("billing-credit-empty");

            grant(2_500, "For the outage of last week");
            grant(1_000, "Welcome back");
            grant(-300, "It was a short one");
            Sandbox.order(account, "maker", "{}");
            page.getByRole(AriaRole.LINK, named("Account credit")).click();
            assertThat(page).hasURL(Pattern.compile(".*/billing/credit"));
            assertThat(page.locator(".kpis")).containsText("Available");
            assertThat(page.locator("#entries")).containsText("Used by invoice");
            assertThat(page.locator("#entries")).containsText("−€3.00");
            customer.judge("billing-credit");
        }
    }

    @Test
    void an_administrator_keeps_the_table_of_tax_rates() {
        Sandbox.taxRate("FI", "25.5", "2024-09-01");
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/tax", Sandbox.operator("admin"));
            Page page = operator.page();
            assertThat(page.locator("#rates")).containsText("25.5%");
            operator.judge("console-tax");

            page.getByText("Add a rate").click();
            page.locator("#add").click();
            assertThat(page.locator("#addRate")).containsText("Please choose a country");
            operator.judge("console-tax-faults");

            add(page, "Norway", "25", "2026-01-01");
            assertThat(page.locator("#messages")).containsText("The rate of Norway is added.");
            operator.open("/console/tax/new");
            add(page, "Norway", "26,5", "2999-01-01");
            Locator planned = row(page, "26.5%");
            assertThat(planned).containsText("Scheduled");
            assertThat(planned).containsText("January 1, 2999");
            operator.open("/console/tax/new");
            add(page, "Norway", "30", "2999-01-01");
            assertThat(page.locator("#addRate")).containsText("This is there already");

            operator.open("/console/tax/NO-2999-01-01/removal");
            assertThat(page.locator("h1")).hasText("Remove the rate of 26.5% for Norway?");
            assertThat(page.locator("main")).containsText("sales to Norway bear 25%");
            operator.judge("console-tax-removal");
            page.locator("#confirm").click();
            assertThat(page.locator("#messages")).containsText("The rate of Norway from January 1, 2999 is removed.");
            assertThat(row(page, "26.5%")).hasCount(0);

            row(page, "Norway").getByText("Remove").click();
            assertThat(page.locator("main")).containsText("no tax is charged on sales to Norway");
            page.locator("#confirm").click();
            assertThat(page.locator("#rates")).not().containsText("Norway");
            operator.open("/console/tax/NO-2026-01-01/removal");
            assertThat(page.locator("h1")).hasText("Page not found");
        }
    }

    private static void add(Page page, String country, String rate, String from) {
        page.locator("#country").click();
        page.locator("#country_panel li", new Page.LocatorOptions().setHasText(country))
                .click();
        page.locator("#rate").fill(rate);
        page.locator("#from").fill(from);
        page.locator("#add").click();
    }

    private static Locator row(Page page, String text) {
        return page.locator("#rates tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    private static void typeAmount(Page page, String amount) {
        page.locator("#amount").fill("");
        page.locator("#amount").pressSequentially(amount);
    }

    private static void record(Page page, String reason) {
        page.locator("#reason").fill(reason);
        page.locator("#record").click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private void grant(long amount, String reason) {
        Api.Answer granted = Api.operator()
                .post(
                        "/api/v1/accounts/" + account + "/credit",
                        "{'amount':" + amount + ",'currency':'EUR','reason':'" + reason + "'}");
        assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    }

    private static UUID accountOf(String email) {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/accounts",
                        "{'company':'Kepler Sensors','email':'" + email + "','currency':'EUR','country':'DE',"
                                + "'address':'Hafenstr. 4, 20457 Hamburg'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.text("/id"));
    }
}
