package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The whole first sale: a new customer buys by wire, an operator records the money, an instance reports in. */
@ContainerTest
class PurchaseBrowserIT {

    private static final Duration WITHOUT_READING_ANYTHING = Duration.ofMinutes(2);
    private static final double POLLS = 20_000;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(PurchaseBrowserIT.class);
    }

    @Test
    void a_new_customer_buys_and_is_licensed_in_under_two_minutes() {
        try (Visitor customer = new Visitor();
                Visitor operator = new Visitor()) {
            long start = System.nanoTime();
            // A link from a price page survives the sign-in and the registration.
            customer.signIn("/order?product=iot-platform&plan=startup&period=month", Sandbox.freshEmail());
            Page page = customer.page();
            page.locator("#company").fill("Kepler Sensors");
            page.locator("#save").click();
            assertThat(page).hasURL(Pattern.compile(".*/order/billing.*"));
            page.locator("#address").fill("Hafenstr. 4, 20457 Hamburg");
            page.locator("#next").click();
            page.locator("#terms").check();
            assertThat(page.locator("#place")).containsText(Pattern.compile("order|Order|Pay"));
            page.locator("#place").click();

            assertThat(page.locator("code#licenseSecret")).containsText("lic_");
            String secret = page.locator("code#licenseSecret").textContent().trim();
            String invoice = page.locator("main").textContent().replaceAll("(?s).*(INV-\\d{6}).*", "$1");

            operator.signIn("/console/invoices", "operator@example.org");
            operator.page().getByText(invoice).first().click();
            recordFullPayment(operator.page());

            // The page of the customer has been open all the time.
            assertThat(page.locator("#orderState"))
                    .containsText(
                            "Your license is active", new LocatorAssertions.ContainsTextOptions().setTimeout(POLLS));
            assertThat(page.locator("#payment")).isEmpty();

            TestInstance instance = new TestInstance(secret, "kepler-1");
            assertThat(instance.activate().status()).isEqualTo(201);
            assertThat(page.locator("#checkIn"))
                    .containsText("kepler-1", new LocatorAssertions.ContainsTextOptions().setTimeout(POLLS));
            customer.open("/instances");
            assertThat(page.locator("main")).containsText("kepler-1");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WITHOUT_READING_ANYTHING);
        }
    }

    @Test
    void every_step_of_the_order_reads_well() {
        try (Visitor customer = new Visitor()) {
            customer.signIn("/order/plan", "ana@example.org");
            Page page = customer.page();
            assertThat(page).hasURL(Pattern.compile(".*/order/plan.*"));
            customer.judge("order-plan");
            page.locator("label.choice", new Page.LocatorOptions().setHasText("Startup"))
                    .click();
            page.locator("#next").click();
            assertThat(page).hasURL(Pattern.compile(".*/order/customise.*"));
            customer.judge("order-customise");
            page.locator("#next").click();
            assertThat(page).hasURL(Pattern.compile(".*/order/summary.*"));
            assertThat(page.locator("main")).containsText("€249.00");
            customer.judge("order-summary");
            page.locator("#place").click();
            assertThat(page.locator("#terms-message")).not().isEmpty();
            customer.judge("order-summary-refused");
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page.locator("code#licenseSecret")).containsText("lic_");
            customer.judge("order-done");
            page.reload();
            page.locator("#acknowledge").click();
            assertThat(page.locator("code#licenseSecret")).containsText("•");
            for (String address : new String[] {"/overview", "/subscriptions", "/instances"}) {
                customer.open(address);
                customer.judge(address.substring(1));
            }
            customer.open("/subscriptions");
            page.locator("main table a").first().click();
            customer.judge("subscription");
        }
    }

    static void recordFullPayment(Page page) {
        page.locator("#amount").pressSequentially("249.00");
        page.locator("#reference").fill("Kepler, first order");
        assertThat(page.locator("#outcome")).containsText("full");
        page.locator("#record").click();
        assertThat(page.locator("main")).containsText("Paid");
    }
}
