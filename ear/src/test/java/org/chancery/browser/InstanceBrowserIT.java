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

/** An instance in the portal: how it is doing, what happened to it, and how a person stops it. */
@ContainerTest
class InstanceBrowserIT {

    private static final String CLOCK = "/api/v1/sandbox/clock";
    private static final Duration HOUR = Duration.ofHours(1);

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);
    private final JsonNode order = Sandbox.paidOrder(account, "startup", "{'production-instances':1}");
    private final TestInstance instance = new TestInstance(text("/license/secret"), "hamburg-1").at("10.0.0.5");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(InstanceBrowserIT.class);
    }

    @Test
    void a_refused_copy_is_told_with_both_addresses_and_the_instance_is_stopped_by_keyboard() {
        instance.activate();
        TestInstance copy = instance.copy().at("10.0.0.7");
        try (Visitor owner = new Visitor()) {
            owner.signIn("/instances", email);
            Page page = owner.page();
            assertThat(page.locator("#instances .tag")).hasText("Online");
            owner.judge("instances-online");
            link(page, "hamburg-1").press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*/instances/" + instance.id()));
            assertThat(page.locator(".state")).containsText("its next check is expected by");
            assertThat(page.locator(".facts")).containsText(Pattern.compile("3\\.2\\.0\\s+released on May 1, 2026"));
            assertThat(page.locator(".facts")).containsText("10.0.0.5");
            owner.judge("instance-online");

            instance.check();
            assertThat(copy.check().status()).isEqualTo(409);
            page.reload();
            assertThat(page.locator(".history li").first())
                    .containsText("A copy of this installation asked with its secret from 10.0.0.7 and was refused."
                            + " The original at 10.0.0.5 goes on.");
            assertThat(page.locator(".history li").first()).containsText("What you can do");
            assertThat(page.locator(".state")).containsText("Online");
            owner.judge("instance-cloned");
            stop(owner);
        }
    }

    private void stop(Visitor owner) {
        Page page = owner.page();
        link(page, "Deactivate…").press("Enter");
        assertThat(link(page, "Keep it running")).isFocused();
        owner.judge("instance-deactivate");
        page.keyboard().press("Tab");
        assertThat(page.locator("#confirm")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#messages")).containsText("hamburg-1 was deactivated");
        assertThat(page).hasURL(Pattern.compile(".*/instances/" + instance.id()));
        assertThat(page.locator(".state")).containsText("Deactivated");
        assertThat(page.locator(".history li").first()).containsText("Deactivated by a person");
        assertThat(link(page, "Deactivate…")).hasCount(0);
        owner.judge("instance-deactivated");
        assertThat(instance.check().status()).isEqualTo(410);
        assertThat(new TestInstance(text("/license/secret"), "hamburg-2")
                        .activate()
                        .status())
                .isEqualTo(201);
    }

    @Test
    void missed_checks_make_it_late_then_silent_then_lapsed_and_a_check_brings_it_back() {
        instance.activate();
        String page = "/instances/" + instance.id();
        try (Visitor owner = new Visitor()) {
            owner.signIn(page, email);
            later(HOUR.plusSeconds(1));
            expect(owner, page, "Late", "It missed a check");
            assertThat(owner.page().locator(".facts")).containsText("Next check was expected by");
            owner.judge("instance-late");
            later(HOUR);
            expect(owner, page, "Silent", "It missed two checks or more");
            owner.judge("instance-silent");
            later(Duration.ofDays(1));
            expect(owner, page, "Lapsed", "its permission to run ended");
            assertThat(link(owner.page(), "Deactivate…")).hasCount(0);
            owner.judge("instance-lapsed");
            owner.open("/instances");
            assertThat(owner.page().locator("#instances .tag")).hasText("Lapsed");
            owner.judge("instances-lapsed");
            assertThat(instance.check().status()).isEqualTo(200);
            expect(owner, page, "Online", "as agreed");
        }
    }

    private static void expect(Visitor owner, String address, String state, String line) {
        owner.open(address);
        assertThat(owner.page().locator(".state .tag")).hasText(state);
        assertThat(owner.page().locator(".state")).containsText(line);
    }

    private static void later(Duration time) {
        Instant now = Instant.parse(Api.operator().get(CLOCK).text("/now"));
        assertThat(Api.operator().put(CLOCK, "{'now':'" + now.plus(time) + "'}").status())
                .isEqualTo(200);
    }

    @Test
    void one_too_many_is_told_until_when_it_may_go_on_and_a_long_history_has_pages() {
        TestInstance first = new TestInstance(text("/license/secret"), "hamburg-0");
        first.activate();
        for (int life = 0; life < 11; life++) {
            assertThat(instance.activate().status()).isEqualTo(201);
            instance.release();
        }
        later(Duration.ofSeconds(1));
        assertThat(instance.activate().status()).isEqualTo(201);
        assertThat(Api.operator()
                        .post(
                                "/api/v1/subscriptions/" + text("/id") + "/changes",
                                "{'addOns':{'production-instances':0},'when':'now'}")
                        .status())
                .isEqualTo(200);
        try (Visitor owner = new Visitor()) {
            owner.signIn("/subscriptions/" + text("/id"), email);
            Page page = owner.page();
            link(page, "hamburg-1").click();
            assertThat(page.locator(".state .tag")).hasText("Over limit");
            assertThat(page.locator(".state")).containsText("This one may go on until");
            assertThat(page.locator(".facts")).containsText("Activated 12 times in all");
            owner.judge("instance-over-limit");
            assertThat(page.locator(".history li")).hasCount(20);
            link(page, "Show older ones").click();
            assertThat(page.locator(".history li")).hasCount(3);
            assertThat(page.locator(".history li h3").last()).hasText("Activated");
            link(page, "Back to the newest").click();
            assertThat(page.locator(".history li h3").first()).hasText("Activated again");
            link(page, "Startup").click();
            assertThat(page).hasURL(Pattern.compile(".*/subscriptions/" + text("/id")));
        }
    }

    @Test
    void a_viewer_reads_everything_and_stops_nothing_and_others_find_nothing() {
        instance.activate();
        String viewer = Sandbox.freshEmail();
        Api.operator().post("/api/v1/accounts/" + account + "/users", "{'email':'" + viewer + "','role':'viewer'}");
        Api.operator().patch("/api/v1/accounts/" + account, "{'timeZone':'Europe/Madrid'}");
        try (Visitor reader = new Visitor()) {
            reader.signIn("/instances/" + instance.id(), viewer);
            assertThat(reader.page().locator("h1")).hasText("hamburg-1");
            assertThat(reader.page().locator(".facts")).containsText(Pattern.compile("\\d [AP]M CES?T"));
            assertThat(reader.page().locator(".history")).containsText("from 10.0.0.5");
            assertThat(link(reader.page(), "Deactivate…")).hasCount(0);
            reader.judge("instance-viewer");
        }
        String other = Sandbox.freshEmail();
        Sandbox.account(other);
        try (Visitor stranger = new Visitor()) {
            stranger.signIn("/instances/" + instance.id(), other);
            assertThat(stranger.page().locator("h1")).hasText("Page not found");
            stranger.open("/instances/nonsense");
            assertThat(stranger.page().locator("h1")).hasText("Page not found");
        }
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
