package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.DatabaseProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.QueryProbe;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.Tables;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator replaces the key that signs, while an instance goes on with its checks. */
@ContainerTest
class SigningKeyBrowserIT {

    private static final Tables TABLES = Tables.of(SigningKeyBrowserIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestInstance instance = new TestInstance(
            Sandbox.paidOrder(Sandbox.account(), "startup", "{}")
                    .at("/license/secret")
                    .asText(),
            "node-1");

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(SigningKeyBrowserIT.class).addClasses(DatabaseProbe.class, QueryProbe.class);
    }

    @BeforeEach
    void no_key_waits() {
        TABLES.change("delete from signing_key where next_key is not null");
    }

    @Test
    void the_next_key_is_published_first_and_signs_when_an_administrator_says_so() {
        String before = keyOf(instance.activate());
        try (Visitor administrator = new Visitor()) {
            administrator.signIn("/console/settings", Sandbox.operator("admin"));
            Page page = administrator.page();
            page.locator(".nav").getByText("Signing keys").click();
            assertThat(row(page, before)).containsText("Signs");
            administrator.judge("console-signing-keys");

            page.locator("#prepare").click();
            assertThat(page.locator("#messages")).containsText("The next key is published.");
            String next = page.locator("#keys tbody tr code").first().innerText();
            assertThat(row(page, next)).containsText("Published since");
            awaitPublished(1, next);
            assertThat(keyOf(instance.check())).as("it does not sign yet").isEqualTo(before);
            administrator.judge("console-signing-keys-next");

            page.locator("#rotate").click();
            assertThat(page.locator("main")).containsText(next);
            assertThat(page.locator("a:focus")).hasText("Keep the present key");
            administrator.judge("console-signing-keys-rotation");
            page.locator("#confirm").click();
            assertThat(page.locator("#messages")).containsText("The new key signs");
            assertThat(row(page, next)).containsText("Signs");
            assertThat(row(page, before)).containsText("Replaced on");

            awaitPublished(0, next);
            assertThat(keyOf(instance.check()))
                    .as("with a lease of the old key as its receipt")
                    .isEqualTo(next);
            administrator.open("/console/signing-keys/" + next + "/rotation");
            assertThat(page.locator("h1")).hasText("Page not found");
        }
    }

    @Test
    void an_administrator_is_told_when_no_key_signs() {
        instance.activate();
        String signing = TABLES.query("select kid from signing_key where live_key is not null")
                .get(0);
        TABLES.change("update signing_key set live_key = null");
        try (Visitor administrator = new Visitor()) {
            administrator.signIn("/console/signing-keys", Sandbox.operator("admin"));
            assertThat(administrator.page().locator(".note")).containsText("No key signs");
            administrator.judge("console-signing-keys-mute");
        } finally {
            TABLES.change("update signing_key set live_key = 'signing' where kid = '" + signing + "'");
        }
    }

    private static Locator row(Page page, String kid) {
        return page.locator("#keys tbody tr").filter(new Locator.FilterOptions().setHasText(kid));
    }

    /** Which key has signed the lease of this answer. */
    private static String keyOf(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return TestInstance.verified(answer.text("/lease")).at("/header/kid").asText();
    }

    /** Public keys are read again every few seconds; the one that signs comes first. */
    private static void awaitPublished(int position, String kid) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode keys = published();
        while (!keys.path(position).path("kid").asText().equals(kid)
                && Instant.now().isBefore(end)) {
            keys = published();
        }
        assertThat(keys.path(position).path("kid").asText()).as(keys.toString()).isEqualTo(kid);
    }

    private static JsonNode published() {
        return Api.anonymous().get("/.well-known/jwks.json").json().at("/keys");
    }
}
