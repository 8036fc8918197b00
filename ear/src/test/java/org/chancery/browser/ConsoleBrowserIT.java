package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The operator's pages. */
@ContainerTest
class ConsoleBrowserIT {

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(ConsoleBrowserIT.class);
    }

    @Test
    void the_console_reads_well_filled_with_business() {
        UUID account = Sandbox.account();
        String invoice =
                Sandbox.order(account, "startup", "{}").at("/invoice/id").asText();
        try (Visitor operator = new Visitor()) {
            operator.open("/console/sign-in");
            operator.judge("console-sign-in");
            operator.signIn("/console", "operator@example.org");
            Page page = operator.page();
            assertThat(page).hasURL(Pattern.compile(".*/console"));
            for (String address : new String[] {
                "/console",
                "/console/accounts",
                "/console/accounts/new",
                "/console/accounts/" + account,
                "/console/invoices",
                "/console/invoices/" + invoice,
                "/console/settings",
                "/console/operators"
            }) {
                operator.open(address);
                operator.judge(address.substring(1).replace('/', '-').replaceAll("[0-9a-f-]{36}", "one"));
            }
        }
    }

    @Test
    void a_customer_is_shown_the_door_kindly() {
        try (Visitor customer = new Visitor()) {
            customer.signIn("/overview", "ana@example.org");
            customer.open("/console");
            assertThat(customer.page().locator("h1")).hasText("Not allowed");
        }
    }
}
