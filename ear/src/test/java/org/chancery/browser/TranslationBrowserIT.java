package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Pages on the way, in the pseudo language: what is said about a field, a refusal, a thing done. Every page that any
 * browser test judges is judged in it too, as it opens; see {@link Visitor#judge}.
 */
@ContainerTest
class TranslationBrowserIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(TranslationBrowserIT.class);
    }

    @Test
    void a_customer_reads_no_word_outside_of_the_bundles() {
        try (Visitor customer = new Visitor(Translation.LANGUAGE)) {
            Page page = customer.page();
            customer.open("/sign-in");
            assertThat(page.locator("html")).hasAttribute("lang", Translation.LANGUAGE);
            page.locator("#send").click();
            assertThat(page.locator("#email-message")).not().isEmpty();
            customer.judgeTranslation("sign-in-without-address");
            page.locator("#email").fill(Sandbox.freshEmail());
            page.locator("#send").click();
            page.locator("#code").fill("00000000");
            page.locator("#enter").click();
            assertThat(page.locator("#messages")).not().isEmpty();
            customer.judgeTranslation("sign-in-wrong-code");

            customer.signIn("/order?product=iot-platform&plan=startup&period=month", Sandbox.freshEmail());
            page.locator("#save").click();
            assertThat(page.locator("#company-message")).not().isEmpty();
            customer.judgeTranslation("welcome-refused");
            page.locator("#company").fill("Kepler Sensors");
            page.locator("#save").click();
            assertThat(page).hasURL(Pattern.compile(".*/order/billing.*"));
            customer.judgeTranslation("order-billing");
            page.locator("#next").click();
            assertThat(page.locator("#address-message")).not().isEmpty();
            customer.judgeTranslation("order-billing-refused");
            page.locator("#address").fill("Hafenstr. 4, 20457 Hamburg");
            page.locator("#next").click();
            page.locator("#place").click();
            assertThat(page.locator("#terms-message")).not().isEmpty();
            customer.judgeTranslation("order-summary-refused");
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page.locator("code#licenseSecret")).containsText("lic_");
            customer.judgeTranslation("order-done");
        }
    }

    @Test
    void an_operator_reads_no_word_outside_of_the_bundles() {
        UUID account = Sandbox.account();
        String invoice =
                Sandbox.order(account, "startup", "{}").at("/invoice/id").asText();
        try (Visitor operator = new Visitor(Translation.LANGUAGE)) {
            Page page = operator.page();
            operator.signIn("/console", "operator@example.org");
            operator.open("/console/accounts/new");
            page.locator("main button[type=submit]").first().click();
            assertThat(page.locator("#company-message")).not().isEmpty();
            operator.judgeTranslation("console-account-new-refused");
            operator.open("/console/invoices/" + invoice);
            page.locator("#amount").pressSequentially("1.2.3");
            page.locator("#record").click();
            assertThat(page.locator("#amount-message")).not().isEmpty();
            operator.judgeTranslation("console-payment-refused");
            page.locator("#amount").clear();
            page.locator("#amount").pressSequentially("249.00");
            page.locator("#reference").fill("1");
            page.locator("#record").click();
            assertThat(page.locator("#messages")).not().isEmpty();
            operator.judgeTranslation("console-payment-recorded");
        }
    }

    @Test
    void error_pages_and_problems_speak_it_too() {
        try (Visitor visitor = new Visitor(Translation.LANGUAGE)) {
            visitor.open("/nothing-here");
            visitor.judgeTranslation("not-found");
        }
        Api.Answer problem = Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + "/api/v1/subscriptions"))
                .header("Accept-Language", Translation.LANGUAGE)
                .build());
        assertThat(problem.text("/title")).startsWith("⟦").endsWith("⟧");
    }
}
