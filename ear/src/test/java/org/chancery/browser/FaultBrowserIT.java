package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A fault of ours: told on a page, and left for an operator when it strikes a job. */
@ContainerTest
class FaultBrowserIT {

    private static final Tables TABLES = Tables.of(FaultBrowserIT.class);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(FaultBrowserIT.class).addClass(DatabaseProbe.class);
    }

    @Test
    void a_price_that_fails_while_it_is_chosen_leads_to_a_page_that_says_so() throws IOException {
        String email = Sandbox.freshEmail();
        UUID account = Sandbox.account(email);
        String subscription =
                Sandbox.paidOrder(account, "startup", "{}").at("/id").asText();
        try (Visitor customer = new Visitor()) {
            customer.signIn("/subscriptions/" + subscription + "/change", email);
            Page page = customer.page();
            TABLES.change("alter table quote rename to gone");
            try {
                page.locator("input[name=planCode][value=business]").check();
                assertThat(page).hasURL(Pattern.compile(".*/error\\?reference=.*"));
            } finally {
                TABLES.change("alter table gone rename to quote");
            }
            assertThat(page.locator("h1")).hasText("Something went wrong");
            String reference = page.url().replaceAll(".*=", "");
            assertThat(page.locator(".reference")).containsText(reference);
            assertThat(Files.readString(Path.of(System.getProperty("it.base.dir"), "log", "server.log")))
                    .contains("request.failed reference=" + reference);
        }
    }

    @Test
    void a_subscription_that_was_left_alone_is_taken_up_again() {
        UUID account = Sandbox.account();
        String subscription =
                Sandbox.paidOrder(account, "startup", "{}").at("/id").asText();
        Tables.of(FaultBrowserIT.class)
                .change("update subscription set parked_at = current_timestamp, next_step_at = null where id = '"
                        + subscription + "'");
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console", Sandbox.operator("billing"));
            Page page = operator.page();
            assertThat(page.locator("#parking")).containsText(subscription);
            operator.judge("console-parked");
            page.locator("#parking li", new Page.LocatorOptions().setHasText(subscription))
                    .getByText("Take up again")
                    .click();
            assertThat(page.locator("#messages")).containsText("The subscription goes on");
            assertThat(page.locator("main")).not().containsText(subscription);
        }
    }
}
