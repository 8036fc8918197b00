package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
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

/** Changing the secret of a license in the portal, and seeing who still has to get the new one. */
@ContainerTest
class SecretBrowserIT {

    private static final String CLOCK = "/api/v1/sandbox/clock";
    private static final Duration OVERLAP = Duration.ofHours(72);

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);
    private final JsonNode order = Sandbox.paidOrder(account, "startup", "{'production-instances':2}");
    private final String first = text("/license/secret");
    private final String page = "/licenses/" + text("/license/id") + "/secret";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SecretBrowserIT.class);
    }

    @Test
    void a_secret_is_changed_by_keyboard_and_the_instances_on_the_former_one_are_listed() {
        TestInstance running = new TestInstance(first, "bremen-1");
        running.activate();
        try (Visitor owner = new Visitor()) {
            owner.signIn("/subscriptions/" + text("/id"), email);
            Page at = owner.page();
            link(at, "Change secret…").press("Enter");
            assertThat(at.locator(".state")).containsText("One secret activates all instances");
            assertThat(at.locator("input[value=usual]")).isChecked();
            assertThat(at.locator("#holders")).hasCount(0);
            owner.judge("secret");
            at.locator("input[value=usual]").focus();
            at.keyboard().press("Tab");
            assertThat(at.locator("#create")).isFocused();
            at.locator("#create").dblclick();

            assertThat(at.locator("#messages")).containsText("The license secret was changed");
            Locator shown = at.locator("code#licenseSecret");
            assertThat(shown).containsText("lic_");
            String second = shown.textContent().trim();
            assertThat(second).isNotEqualTo(first);
            assertThat(at.locator(".state")).containsText("is accepted too");
            assertThat(at.locator("#holders")).containsText(Pattern.compile("bremen-1.*Online.*accepted until"));
            assertThat(at.locator("#create")).hasCount(0);
            owner.judge("secret-changed");

            // The second click has changed nothing: the secret so far is the former one, and accepted.
            TestInstance within = new TestInstance(first, "bremen-2");
            assertThat(within.activate().status()).isEqualTo(201);
            assertThat(new TestInstance(second, "bremen-3").activate().status()).isEqualTo(201);
            at.locator("#acknowledge").click();
            assertThat(shown).hasCount(0);
            assertThat(at.locator("#holders tbody tr")).hasCount(2);
            assertThat(at.locator("main")).containsText("The secret before the present one ends at once");
            owner.judge("secret-overlap");
            ends(owner, running, within, second);
        }
    }

    private void ends(Visitor owner, TestInstance running, TestInstance within, String second) {
        later(OVERLAP.plusSeconds(1));
        Page at = owner.page();
        at.reload();
        assertThat(at.locator("#holders")).containsText(Pattern.compile("bremen-1.*no longer accepted"));
        assertThat(at.locator(".state")).containsText("One secret activates all instances");
        owner.judge("secret-overlap-over");
        assertThat(new TestInstance(first, "bremen-4").activate().status()).isEqualTo(401);
        assertThat(running.check().status()).isEqualTo(200);

        within.check();
        within.release();
        running.release();
        assertThat(new TestInstance(second, "bremen-1").activate().status()).isEqualTo(201);
        at.reload();
        assertThat(at.locator("#holders")).hasCount(0);
    }

    @Test
    void a_leaked_secret_ends_at_once_and_instances_go_on() {
        TestInstance running = new TestInstance(first, "bremen-1");
        running.activate();
        try (Visitor owner = new Visitor()) {
            owner.signIn(page, email);
            Page at = owner.page();
            at.locator("input[value=none]").check();
            at.locator("#create").click();
            String second = at.locator("code#licenseSecret").textContent().trim();
            assertThat(at.locator("#holders")).containsText("no longer accepted");
            assertThat(new TestInstance(first, "bremen-2").activate().status()).isEqualTo(401);
            assertThat(new TestInstance(second, "bremen-2").activate().status()).isEqualTo(201);
            assertThat(running.check().status()).isEqualTo(200);
            link(at, "bremen-1").click();
            assertThat(at).hasURL(Pattern.compile(".*/instances/" + running.id()));
        }
    }

    @Test
    void only_those_who_manage_see_the_page_and_an_ended_license_has_nothing_to_change() {
        String viewer = Sandbox.freshEmail();
        Api.operator().post("/api/v1/accounts/" + account + "/users", "{'email':'" + viewer + "','role':'viewer'}");
        try (Visitor reader = new Visitor()) {
            reader.signIn("/subscriptions/" + text("/id"), viewer);
            assertThat(link(reader.page(), "Change secret…")).hasCount(0);
            reader.open(page);
            assertThat(reader.page().locator("h1")).hasText("Not allowed");
        }
        Api.operator().post("/api/v1/subscriptions/" + text("/id") + "/cancellation", "{'when':'now'}");
        try (Visitor owner = new Visitor()) {
            owner.signIn(page, email);
            assertThat(owner.page().locator(".state")).containsText("This license has ended");
            assertThat(owner.page().locator("#create")).hasCount(0);
            owner.judge("secret-ended");
        }
    }

    private static void later(Duration time) {
        Instant now = Instant.parse(Api.operator().get(CLOCK).text("/now"));
        assertThat(Api.operator().put(CLOCK, "{'now':'" + now.plus(time) + "'}").status())
                .isEqualTo(200);
    }

    private String text(String pointer) {
        return order.at(pointer).asText();
    }

    private static Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
