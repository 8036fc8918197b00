package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.chancery.client.LicenseClient;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wait for the first instance after a purchase, and what helps while nothing comes. */
@ContainerTest
class WaitingRoomBrowserIT {

    private static final LocatorAssertions.ContainsTextOptions AFTER_A_POLL =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(WaitingRoomBrowserIT.class);
    }

    @Test
    void the_command_line_of_the_page_licenses_a_server_and_the_page_notices(@TempDir Path server)
            throws IOException, InterruptedException, URISyntaxException {
        Sandbox.attach(account, "card", "pm_card_visa");
        try (Visitor owner = new Visitor()) {
            buy(owner, "/order?product=iot-platform&plan=startup&period=month");
            Page page = owner.page();
            assertThat(page.locator("#checkIn")).containsText("Waiting for your first instance");
            assertThat(page.locator("#checkIn")).containsText(Pattern.compile("Since .*UTC"));
            assertThat(page.locator("main")).containsText("If nothing comes");
            owner.judge("waiting");
            page.locator("summary", new Page.LocatorOptions().setHasText("Client"))
                    .press("Enter");
            Locator lines = page.locator("#snippet-client");
            assertThat(lines).isVisible();
            assertThat(lines).containsText(Api.base() + "/downloads/chancery-client.jar");
            owner.judge("waiting-client");

            String[] steps = lines.textContent().split("\\n\\n");
            run(server, "sh", "-c", steps[1]);
            Process client = start(server, steps[2]);
            try {
                assertThat(page.locator("#checkIn")).containsText("server-1 is connected, version 1.0.0", AFTER_A_POLL);
                assertThat(page.locator("#announcements")).containsText("server-1 is connected");
                assertThat(page.locator("#checkIn")).containsText("can run without us until");
                assertThat(page.locator("main")).not().containsText("If nothing comes");
                owner.judge("waiting-connected");
                page.locator("#openInstance").press("Enter");
                assertThat(page).hasURL(Pattern.compile(".*/instances/[0-9a-f-]{36}"));
                assertThat(page.locator("h1")).hasText("server-1");
            } finally {
                client.destroy();
                assertThat(client.waitFor(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void a_perpetual_license_by_transfer_waits_for_its_money_first_and_then_for_its_instance() {
        try (Visitor owner = new Visitor()) {
            buy(owner, "/order?product=iot-platform&plan=perpetual&period=once");
            Page page = owner.page();
            String secret = page.locator("code#licenseSecret").textContent().trim();
            assertThat(page.locator("#checkIn")).containsText("Waiting for your payment and your first instance");
            owner.judge("waiting-payment");
            assertThat(new TestInstance(secret, "early-1").activate().status()).isEqualTo(403);
            String invoice =
                    Api.operator().get("/api/v1/invoices?account=" + account).text("/data/0/id");
            Sandbox.pay(invoice, 499_000);
            assertThat(page.locator("#checkIn")).containsText("Waiting for your first instance", AFTER_A_POLL);

            TestInstance instance = new TestInstance(secret, "early-1");
            instance.activate();
            assertThat(page.locator("#checkIn")).containsText("early-1 is connected", AFTER_A_POLL);
            instance.release();
            page.reload();
            assertThat(page.locator("#checkIn")).containsText("Waiting for your first instance");
        }
    }

    private void buy(Visitor owner, String link) {
        owner.signIn(link, email);
        Page page = owner.page();
        page.locator("#terms").check();
        page.locator("#place").click();
        assertThat(page).hasURL(Pattern.compile(".*/order/[0-9a-f-]{36}/done"));
        assertThat(page.locator("code#licenseSecret")).containsText("lic_");
    }

    /** The command of the page with the jar that was built, run by the Java of this test. */
    private static Process start(Path directory, String step) throws IOException, URISyntaxException {
        Path jar = Path.of(LicenseClient.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String command = step.substring(step.indexOf("java -jar"));
        List<String> words = new ArrayList<>(
                Arrays.asList(command.replace("\\\n", " ").strip().split("\\s+")));
        assertThat(words).startsWith("java", "-jar", "chancery-client.jar");
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.set(2, jar.toString());
        return new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .inheritIO()
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
