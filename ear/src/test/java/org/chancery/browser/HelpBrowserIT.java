package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An administrator with a log in hand finds out why a check failed, without signing in. */
@ContainerTest
class HelpBrowserIT {

    private static final int ALL_SECTIONS = 18;

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(HelpBrowserIT.class);
    }

    @Test
    void a_code_from_a_log_leads_to_its_answer_without_a_sign_in() {
        try (Visitor admin = new Visitor()) {
            admin.open("/help/checks");
            Page page = admin.page();
            assertThat(page.locator("h1")).hasText("Why did my check fail?");
            assertThat(page.locator(".answer").nth(ALL_SECTIONS)).isVisible();
            admin.judge("help-checks");

            page.locator("#code").fill("refused: 107 (fork)");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/help/checks#107-fork"));
            Locator fork = page.locator(".answer:target");
            assertThat(fork).containsText("Two installations have the same state");
            assertThat(fork).isInViewport();
            page.keyboard().press("Tab");
            assertThat(link(page, "107-fork", "Open your instances")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?next=%2Finstances"));

            admin.open("/help/checks?code=103&reason=unpaid");
            assertThat(page.locator(".answer:target h2")).hasText("The license waits for a payment");
            admin.open("/help/checks?code=999");
            assertThat(page.locator("main")).containsText("No answer fits what you typed");
            admin.judge("help-checks-unknown");
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("All codes"))
                    .getByText("113")
                    .click();
            assertThat(page.locator(".answer:target h2")).hasText("Too many requests");
        }
    }

    @Test
    void a_refusal_says_where_it_is_explained_and_the_portal_has_the_page() {
        String email = Sandbox.freshEmail();
        UUID account = Sandbox.account(email);
        JsonNode order = Sandbox.order(account, "startup", "{}");
        Api.Answer refused = new TestInstance(order.at("/license/secret").asText(), "bonn-1").activate();
        assertThat(refused.status()).isEqualTo(403);
        String where = refused.header("Link");
        assertThat(where).isEqualTo("</help/checks?code=103&reason=unpaid>; rel=\"help\"");
        assertThat(Api.operator().get("/api/v1/accounts/nonsense").header("Link"))
                .isNull();

        try (Visitor owner = new Visitor()) {
            owner.signIn("/overview", email);
            Page page = owner.page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Failed checks"))
                    .click();
            assertThat(page.locator("nav a[aria-current]").first()).containsText("Failed checks");
            owner.judge("help-checks-portal");
            link(page, "103-unpaid", "Open your invoices").click();
            assertThat(page).hasURL(Pattern.compile(".*/billing/invoices"));
        }
    }

    private static Locator link(Page page, String answer, String name) {
        return page.locator("[id='" + answer + "']")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }
}
