package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What customers do with a plan they have: change it, add to it, end it, keep it, pay for it. */
@ContainerTest
class BillingBrowserIT {

    private final String email = Sandbox.freshEmail();
    private final UUID account = account();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(BillingBrowserIT.class);
    }

    @Test
    void an_upgrade_is_previewed_to_the_cent_and_a_double_click_pays_it_once() {
        String subscription = order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription)) {
            Page page = customer.page();
            customer.judge("billing-subscription");
            page.locator("main .actions a", new Page.LocatorOptions().setHasText("Change plan"))
                    .click();
            assertThat(page.locator("#preview")).containsText("Choose another plan");
            choose(page, "business");
            assertThat(page.locator("#preview")).containsText("Due today");
            customer.judge("billing-change");
            page.locator("#next").click();
            assertThat(page.locator("#preview")).containsText("Unused rest of Startup");
            assertThat(page.locator("#preview")).containsText("−€");
            assertThat(page.locator("main")).containsText("Price fixed until");
            assertThat(page.locator("#confirm")).containsText("Confirm and pay €");
            customer.judge("billing-change-confirm");
            page.locator("#confirm").dblclick();
            assertThat(page.locator("h1")).hasText("Business, monthly");
            assertThat(page.locator("#messages")).containsText("Your change is in effect");
            assertThat(invoices().at("/data").size()).isEqualTo(2);
            customer.open("/billing/invoices");
            customer.judge("billing-invoices");
            page.locator("main table a").first().click();
            assertThat(page.locator("main")).containsText("Unused rest of Startup");
            customer.judge("billing-invoice");
        }
    }

    @Test
    void a_downgrade_waits_for_the_end_of_the_period_and_is_undone() {
        String subscription = order("business", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription + "/change")) {
            Page page = customer.page();
            choose(page, "startup");
            assertThat(page.locator("#times input[value=period_end]")).isChecked();
            customer.judge("billing-downgrade");
            page.locator("#times input[value=now]").check();
            assertThat(page.locator("#preview")).containsText("Becomes account credit");
            page.locator("#times input[value=period_end]").check();
            assertThat(page.locator("#preview")).not().containsText("Becomes account credit");
            page.locator("#next").click();
            customer.judge("billing-downgrade-confirm");
            page.locator("#confirm").click();
            assertThat(page.locator("main")).containsText("Takes effect on");
            customer.judge("billing-downgrade-planned");
            page.locator("#undo").click();
            assertThat(page.locator("#messages")).containsText("is undone");
            assertThat(page.locator("#pending")).hasCount(0);
        }
    }

    @Test
    void add_ons_are_had_at_once_and_asked_for_by_the_next_invoice() {
        String subscription = order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription + "/add-ons")) {
            Page page = customer.page();
            page.getByLabel("Custom domains").press("ControlOrMeta+a"); // typed, as the spinner listens to keys
            page.getByLabel("Custom domains").pressSequentially("2");
            page.keyboard().press("Tab");
            assertThat(page.locator("#preview")).containsText("Asked for by the next invoice");
            customer.judge("billing-add-ons");
            page.locator("#times input[value=now]").check();
            assertThat(page.locator("#preview")).not().containsText("Asked for by the next invoice");
            page.locator("#times input[value=next_invoice]").check();
            assertThat(page.locator("#preview")).containsText("Asked for by the next invoice");
            page.locator("#next").click();
            customer.judge("billing-add-ons-confirm");
            page.locator("#confirm").click();
            assertThat(page.locator("main")).containsText("Of this, since the last invoice");
            customer.judge("billing-add-ons-had");
            customer.open("/billing");
            assertThat(page.locator("main")).containsText("Visa ending");
            customer.judge("billing-overview");
        }
    }

    @Test
    void a_plan_is_canceled_at_the_end_of_its_period_and_kept_after_all() {
        String subscription = order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription + "/cancel")) {
            Page page = customer.page();
            customer.judge("billing-cancel");
            page.locator("#reason").fill("We try without");
            page.locator("#cancelLater").click();
            assertThat(page.locator(".state")).containsText("Scheduled to cancel");
            customer.judge("billing-canceling");
            customer.open("/subscriptions/" + subscription + "/resume");
            customer.judge("billing-resume");
            page.locator("#resume").click();
            assertThat(page.locator(".state")).containsText("Active");
            customer.open("/subscriptions/" + subscription + "/cancel");
            page.locator("#cancelLater").click();
            page.locator("#keep").click();
            assertThat(page.locator(".state")).containsText("Renews on");
        }
    }

    @Test
    void ending_a_plan_now_shows_and_gives_the_credit() {
        String subscription = order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription + "/cancel")) {
            Page page = customer.page();
            page.getByText("End it now instead").click();
            assertThat(page.locator("#preview")).containsText("Becomes account credit");
            customer.judge("billing-cancel-now");
            page.locator("#cancelNow").click();
            assertThat(page.locator("#typedName-message")).containsText("Please type Startup");
            page.locator("#typedName").fill("Startup");
            page.locator("#cancelNow").click();
            assertThat(page.locator(".state")).containsText("Cancelled");
            customer.judge("billing-canceled");
            customer.open("/billing");
            assertThat(page.locator("main")).containsText("more soon");
            customer.judge("billing-overview-credit");
            customer.open("/billing/invoices");
            page.getByText("CN-").first().click();
            assertThat(page.locator(".state")).containsText("Credited");
            customer.judge("billing-credit-note");
        }
    }

    @Test
    void a_declined_card_changes_nothing_and_an_open_invoice_is_paid_by_another() {
        String subscription = order("startup", "pm_card_visa");
        attach("pm_card_chargeCustomerFail");
        try (Visitor customer =
                signedIn("/subscriptions/" + subscription + "/change/confirm?plan=business&period=month&when=now")) {
            Page page = customer.page();
            page.locator("#confirm").click();
            assertThat(page.locator("#messages")).containsText("Your plan is as it was");
            customer.judge("billing-change-declined");
            String invoice =
                    Sandbox.order(account, "maker", "{}").at("/invoice/id").asText();
            attach("pm_card_visa");
            customer.open("/billing/invoices/" + invoice);
            customer.judge("billing-invoice-open");
            page.locator("#charge").click();
            assertThat(page.locator(".state")).containsText("Paid");
        }
    }

    @Test
    void invoices_are_had_as_files_one_by_one_and_by_the_year() throws IOException {
        order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/billing/invoices")) {
            Page page = customer.page();
            customer.judge("billing-invoices");
            Download zip = page.waitForDownload(() -> page.locator("#zip").click());
            assertThat(zip.suggestedFilename()).matches("invoices-\\d{4}\\.zip");
            Download list = page.waitForDownload(() -> page.locator("#csv").click());
            assertThat(Files.readString(list.path())).contains("INV-");
            page.getByText("INV-").first().click();
            Download paper =
                    page.waitForDownload(() -> page.locator("#download").click());
            assertThat(Files.readString(paper.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            customer.judge("billing-invoice-paid");
        }
    }

    @Test
    void renewals_are_paid_the_other_way_from_the_next_invoice_on() {
        String subscription = order("startup", "pm_card_visa");
        try (Visitor customer = signedIn("/subscriptions/" + subscription)) {
            Page page = customer.page();
            page.locator("#byTransfer").click();
            assertThat(page.locator("#messages")).containsText("paid by bank transfer from the next invoice on");
            assertThat(page.locator("main")).containsText("invoiced 14 days before the period starts");
            customer.judge("billing-collection");
            page.locator("#byCharge").click();
            assertThat(page.locator("#messages")).containsText("we charge your default payment method");
            assertThat(page.locator("main")).containsText("Renewals are charged automatically");
        }
    }

    @Test
    void billing_details_are_the_owners_to_change() {
        try (Visitor customer = signedIn("/billing/details")) {
            Page page = customer.page();
            customer.judge("billing-details");
            page.locator("#company").fill("");
            page.locator("#save").click();
            assertThat(page.locator("#company-message")).not().isEmpty();
            page.locator("#company").fill("Kepler Sensors SE");
            page.locator("#save").click();
            assertThat(page.locator("#messages")).containsText("saved");
            assertThat(page.locator("#company")).hasValue("Kepler Sensors SE");
        }
    }

    @Test
    void a_coupon_lowers_an_order_or_says_why_not() {
        String code = Sandbox.freshCode();
        Api.operator().post("/api/v1/coupons", "{'code':'" + code + "','percent':20,'duration':'once'}");
        try (Visitor customer = signedIn("/order/summary?product=iot-platform&plan=startup&period=month")) {
            Page page = customer.page();
            page.locator("#couponCode").fill("NO-SUCH-CODE");
            page.locator("#applyCoupon").click();
            assertThat(page.locator("#couponCode-message")).containsText("We do not know this coupon");
            customer.judge("billing-coupon-unknown");
            page.locator("#couponCode").fill(code);
            page.locator("#applyCoupon").click();
            assertThat(page).hasURL(Pattern.compile(".*coupon=" + code));
            assertThat(page.locator("#receipt")).containsText("−€49.80");
            customer.judge("billing-coupon-applied");
        }
    }

    private Visitor signedIn(String door) {
        Visitor visitor = new Visitor();
        visitor.signIn(door, email);
        return visitor;
    }

    private static void choose(Page page, String plan) {
        page.locator("input[name=planCode][value=" + plan + "]").check();
        assertThat(page.locator("#preview")).containsText("Due today");
    }

    private UUID account() {
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/accounts",
                        "{'company':'Kepler Sensors','email':'" + email + "','currency':'EUR','country':'DE',"
                                + "'address':'Hafenstr. 4, 20457 Hamburg'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return UUID.fromString(answer.text("/id"));
    }

    private void attach(String token) {
        Api.Answer answer = Api.operator()
                .post("/api/v1/accounts/" + account + "/payment-methods", "{'type':'card','token':'" + token + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    /** A running subscription that this card paid. */
    private String order(String plan, String token) {
        attach(token);
        Api.Answer answer = Api.operator()
                .post(
                        "/api/v1/subscriptions",
                        "{'account':'" + account + "','product':'iot-platform','plan':'" + plan
                                + "','period':'month','currency':'EUR','collection':'charge'}");
        assertThat(answer.text("/status")).as(answer.toString()).isEqualTo("active");
        return answer.text("/id");
    }

    private JsonNode invoices() {
        return Api.operator().get("/api/v1/invoices?account=" + account).json();
    }
}
