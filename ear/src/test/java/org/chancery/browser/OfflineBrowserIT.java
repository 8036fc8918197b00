package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.client.ClientSettings;
import org.chancery.client.KeySource;
import org.chancery.client.LicenseClient;
import org.chancery.client.LicenseState;
import org.chancery.client.Placement;
import org.chancery.client.SecretSource;
import org.chancery.client.Software;
import org.chancery.client.token.TokenException;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Offline licenses and deployment files in the portal, with the shipped client at the other end. */
@ContainerTest
class OfflineBrowserIT {

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(OfflineBrowserIT.class);
    }

    @Test
    void a_site_that_was_never_online_is_licensed_and_gives_its_seat_back(@TempDir Path site)
            throws IOException, TokenException {
        JsonNode bought = bought();
        Path request = site.resolve("request.json");
        try (LicenseClient client = client(site)) {
            Files.writeString(request, client.offlineRequest());
        }
        try (Visitor owner = new Visitor()) {
            owner.signIn("/perpetual/" + bought.at("/id").asText(), email);
            Page page = owner.page();
            page.locator("main a[href$='/offline']").press("Enter");
            assertThat(page.locator("main")).containsText("No offline license was issued yet");
            owner.judge("offline-first");
            faults(owner, site);

            page.locator("#requestFile").setInputFiles(request);
            assertThat(page.locator("#request")).hasValue(Pattern.compile("\\{.*"));
            page.locator("input[name=length][value='366']").check();
            page.locator("#create").dblclick();
            assertThat(page.locator("#messages")).containsText("It is valid until");
            owner.judge("offline-issued");
            String file = downloaded(page, site);

            try (LicenseClient client = client(site)) {
                client.importOfflineLicense(file);
                assertThat(client.status().state()).isEqualTo(LicenseState.LICENSED);
            }
            assertThat(seatFor(bought, "node-2")).isEqualTo(409);
            listedFor(bought);

            Path proof = site.resolve("return.json");
            try (LicenseClient client = client(site)) {
                Files.writeString(proof, Objects.requireNonNull(client.returnOfflineLicense()));
            }
            page.locator("#proof").fill("{\"returned\":\"another\"}");
            page.locator("#giveBack").click();
            assertThat(page.locator("#proof-message")).containsText("does not belong to this offline license");
            owner.judge("offline-return-wrong");
            page.locator("#proofFile").setInputFiles(proof);
            page.locator("#giveBack").click();
            assertThat(page.locator("#messages")).containsText("Its seat is free");
            assertThat(page.locator(".state")).containsText("Returned");
            assertThat(page.locator("#download")).hasCount(0);
            owner.judge("offline-returned");
            assertThat(seatFor(bought, "node-2")).isEqualTo(201);
        }
    }

    private static void faults(Visitor owner, Path site) throws IOException {
        Page page = owner.page();
        Locator message = page.locator("#request-message");
        page.locator("#create").click();
        assertThat(message).containsText("Please choose the request file");
        page.locator("#request").fill("nonsense!");
        page.locator("#create").click();
        assertThat(message).containsText("This is not a request of the client");
        page.locator("#request").fill("{\"product\":\"iot-platform\"}");
        page.locator("#create").click();
        assertThat(message).containsText("releaseDate, deploymentId, instanceName, seatClass");
        assertThat(page.locator("#request")).hasValue("{\"product\":\"iot-platform\"}");
        owner.judge("offline-wrong");
        Path picture = site.resolve("picture.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
        page.locator("#requestFile").setInputFiles(picture);
        assertThat(page.locator("[data-file-news]")).containsText("This can not be such a file");
    }

    private static String downloaded(Page page, Path site) throws IOException {
        Download download = page.waitForDownload(() -> page.locator("#download").click());
        assertThat(download.suggestedFilename()).matches("offline-license-[0-9a-f-]{36}\\.jwt");
        Path kept = site.resolve("license.jwt");
        download.saveAs(kept);
        return Files.readString(kept);
    }

    /** Who only reads sees the list and why there is nothing to press, and reaches no file. */
    private void listedFor(JsonNode bought) {
        String viewer = Sandbox.freshEmail();
        Api.operator().post("/api/v1/accounts/" + account + "/users", "{'email':'" + viewer + "','role':'viewer'}");
        String list = "/licenses/" + bought.at("/license/id").asText() + "/offline";
        try (Visitor reader = new Visitor()) {
            reader.signIn(list, viewer);
            Page page = reader.page();
            assertThat(page.locator("#fileTable")).containsText(Pattern.compile("node-1.*site-1.*Living.*Taken"));
            assertThat(page.locator("#fileTable a")).hasCount(0);
            assertThat(page.locator("#create")).hasCount(0);
            assertThat(page.locator("main")).containsText("Owners and members of your team issue");
            reader.judge("offline-reader");
        }
    }

    @Test
    void a_license_without_the_feature_names_the_add_on_and_its_deployment_files_are_there() throws IOException {
        JsonNode order = Sandbox.paidOrder(account, "startup", "{}");
        String license = order.at("/license/id").asText();
        try (Visitor owner = new Visitor()) {
            owner.signIn("/order/" + order.at("/id").asText() + "/done", email);
            Page page = owner.page();
            page.locator("main a[href$='/deployment']").press("Enter");
            assertThat(page.locator("#deploymentText")).containsText("services:");
            owner.judge("deployment");
            page.locator("#deploymentId").fill("plant-cologne");
            page.locator("#instanceName").fill("line \"3\"");
            page.locator("#instanceName").press("Enter");
            assertThat(page.locator("#deploymentText")).containsText("CHANCERY_INSTANCE_NAME: \"line \\\"3\\\"\"");
            page.locator("main nav a", new Page.LocatorOptions().setHasText("systemd"))
                    .press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*format=systemd.*plant-cologne.*"));
            assertThat(page.locator("#deploymentText")).containsText("CHANCERY_DEPLOYMENT_ID=plant-cologne");
            assertThat(page.locator("main")).containsText("/etc/chancery/license-secret");
            Download unit = page.waitForDownload(() -> page.locator("#download").click());
            assertThat(unit.suggestedFilename()).isEqualTo("chancery-license.service");
            assertThat(Files.readString(unit.path()))
                    .contains("plant-cologne")
                    .doesNotContain(order.at("/license/secret").asText());
            page.locator("#deploymentId").fill("x".repeat(129));
            page.locator("#show").click();
            assertThat(page.locator("#deploymentId-message")).containsText("too long");
            owner.judge("deployment-wrong");

            owner.open("/licenses/" + license + "/offline");
            assertThat(page.locator("main")).containsText("The add-on Offline mode gives them");
            assertThat(page.locator("#create")).hasCount(0);
            owner.judge("offline-none");
        }
    }

    private static int seatFor(JsonNode bought, String name) {
        return new TestInstance(bought.at("/license/secret").asText(), name)
                .activate()
                .status();
    }

    private static LicenseClient client(Path disk) throws IOException {
        return LicenseClient.idle(new ClientSettings(
                null,
                KeySource.pinned(Api.anonymous().get("/.well-known/jwks.json").body()),
                Api.anonymous().get("/.well-known/license-configuration").text("/issuer"),
                SecretSource.none(),
                new Software("iot-platform", "3.2.0", LocalDate.parse("2026-05-01")),
                Placement.of("site-1", "node-1"),
                disk.resolve("state")));
    }

    /** A perpetual license with offline mode, paid. */
    private JsonNode bought() {
        Api.Answer order = Api.operator()
                .post(
                        "/api/v1/perpetual-licenses",
                        "{'account':'" + account + "','product':'iot-platform','plan':'perpetual','currency':'EUR',"
                                + "'addOns':{'offline-mode':1},'collection':'wire'}");
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        Api.Answer paid = Sandbox.pay(
                order.text("/invoice/id"), order.json().at("/invoice/amountDue").asLong());
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return order.json();
    }
}
