package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
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

/** Paying by card and debit in the portal, with the sandbox's provider. */
@ContainerTest
class CardBrowserIT {

    private static final String SUMMARY = "/order/summary?product=iot-platform&plan=startup&period=month";
    private static final Pattern DONE = Pattern.compile(".*/order/[0-9a-f-]{36}/done");
    private static final Duration DEBIT_AND_ITS_TIMER = Duration.ofMinutes(6);
    private static final double A_MINUTE_AND_A_POLL = 90_000;

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(CardBrowserIT.class);
    }

    @Test
    void a_card_is_added_on_the_way_and_pays_the_order_once() {
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY + "&addOns=custom-domains.2", email);
            Page page = owner.page();
            owner.judge("order-summary-no-card");
            page.locator("#addMethod").click();
            owner.judge("method-new");
            page.locator("#continue").click();
            assertThat(page).hasURL(Pattern.compile(".*/sandbox/setup/.*"));
            owner.judge("sandbox-setup");
            page.locator("#token").fill("4111 1111 1111 1111");
            page.locator("#use").click();
            assertThat(page.locator("#token-message")).containsText("does not exist");
            owner.judge("sandbox-setup-refused");
            page.locator("#token").fill("");
            page.locator("#use").click();

            // Back in the summary with the draft intact, which says what the button will do.
            assertThat(page).hasURL(Pattern.compile(".*/order/summary\\?.*custom-domains\\.2.*"));
            assertThat(page.locator("#messages")).containsText("Visa ending 4242");
            assertThat(page.locator("#announcement"))
                    .containsText(Pattern.compile("€289\\.00 is charged to Visa ending 4242 today, \\w+ \\d+, \\d{4}"));
            owner.judge("order-summary-card");
            page.locator("#terms").check();
            page.locator("#place").dblclick();

            assertThat(page).hasURL(DONE);
            assertThat(page.locator("h1")).hasText("Your license is ready");
            owner.judge("order-done-paid");
            String secret = page.locator("code#licenseSecret").textContent().trim();
            assertThat(new TestInstance(secret, "node-1").activate().status()).isEqualTo(201);
            assertThat(ofAccount("subscriptions").json().at("/data")).hasSize(1);
        }
    }

    @Test
    void a_transfer_is_due_later_and_the_summary_says_so_when_it_is_chosen() {
        Sandbox.attach(account, "card", "pm_card_visa");
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY, email);
            Page page = owner.page();
            assertThat(page.locator("#receipt")).containsText("Due today");
            page.locator("input[value=wire]").check();
            assertThat(page.locator("#receipt")).containsText(Pattern.compile("Due by \\w+ \\d+, \\d{4}"));
            assertThat(page).hasURL(Pattern.compile(".*pay=wire"));
            page.reload();
            assertThat(page.locator("input[value=wire]")).isChecked();
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page.locator("#payment")).containsText("IBAN");
            owner.judge("order-done-transfer");
        }
    }

    @Test
    void a_declined_card_is_told_plainly_and_another_one_pays_the_same_order() {
        Sandbox.attach(account, "card", "pm_card_chargeCustomerFail");
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY, email);
            Page page = owner.page();
            order(page);
            assertThat(page).hasURL(DONE);
            assertThat(page.locator("h1")).hasText("Your order is not paid yet");
            assertThat(page.locator("#payment")).containsText("We could not charge the card ending 0341");
            owner.judge("order-done-declined");

            page.locator("#charge").click();
            assertThat(page.locator("#messages")).containsText("The payment was declined");
            assertThat(page.locator("#messages")).isFocused();
            owner.judge("order-done-declined-again");

            link(page, "Use another payment method").click();
            page.locator("#continue").click();
            page.locator("#use").click();
            assertThat(page).hasURL(DONE);
            assertThat(page.locator("#payment")).containsText("If you pay now, €249.00 is charged to Visa ending 4242");
            page.locator("#charge").click();
            assertThat(page.locator("#messages")).containsText("€249.00 was charged to Visa ending 4242");
            assertThat(page.locator("h1")).hasText("Your license is ready");
            assertThat(ofAccount("subscriptions").json().at("/data")).hasSize(1);
        }
    }

    @Test
    void a_bank_that_asks_is_answered_and_the_order_goes_on_where_it_stopped() {
        Sandbox.attach(account, "card", "pm_card_authenticationRequired");
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY, email);
            Page page = owner.page();
            order(page);
            assertThat(page).hasURL(Pattern.compile(".*/sandbox/confirm/.*"));
            owner.judge("sandbox-confirm");
            page.locator("#refuse").click();
            assertThat(page.locator("#payment")).containsText("We could not charge the card ending 3184");

            page.locator("#charge").click();
            assertThat(page).hasURL(Pattern.compile(".*/sandbox/confirm/.*"));
            String order = placedOrder();
            owner.open("/order/" + order + "/done"); // whoever leaves the bank's page finds the way back to it
            assertThat(page.locator("#payment")).containsText("Your bank asks you to confirm this payment");
            owner.judge("order-done-confirm");
            link(page, "Confirm the payment").click();
            page.locator("#confirm").click();
            assertThat(page).hasURL(DONE);
            assertThat(page.locator("h1")).hasText("Your license is ready");
        }
    }

    @Test
    void a_debit_is_on_its_way_and_the_page_notices_when_it_has_arrived() {
        String debit = Sandbox.attach(account, "sepa", "pm_success_de");
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY, email);
            Page page = owner.page();
            order(page);
            assertThat(page.locator("#payment")).containsText("Your direct debit is on its way");
            owner.judge("order-done-debit");
            owner.open("/billing/methods/" + debit + "/remove");
            assertThat(page.locator("main")).containsText("A payment by this method is on its way");
            owner.judge("method-needed");
            owner.open("/overview");
            assertThat(page.locator("main")).containsText("On its way");
            owner.judge("overview-debit");

            owner.open("/order/" + placedOrder() + "/done");
            Sandbox.travelTo(Sandbox.now().plus(DEBIT_AND_ITS_TIMER));
            assertThat(page.locator("#orderState"))
                    .containsText(
                            "Your license is active",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(A_MINUTE_AND_A_POLL));
            assertThat(page.locator("#payment")).isEmpty();
        }
    }

    @Test
    void an_open_invoice_is_paid_by_card_from_its_subscription() {
        String subscription = Sandbox.order(account, "startup", "{}").at("/id").asText();
        Sandbox.attach(account, "card", "pm_card_visa");
        try (Visitor owner = new Visitor()) {
            owner.signIn("/subscriptions/" + subscription, email);
            Page page = owner.page();
            assertThat(page.locator("main")).containsText("IBAN");
            assertThat(page.locator("main"))
                    .containsText(
                            Pattern.compile("If you pay now, €249\\.00 is charged to Visa ending 4242 today, \\w+"));
            owner.judge("subscription-open");
            page.locator("#charge").dblclick();
            assertThat(page.locator("main")).containsText("Active");
            assertThat(page.locator("#charge")).hasCount(0);
            assertThat(ofAccount("invoices").json().at("/data/0/amountPaid").asLong())
                    .isEqualTo(24_900);
        }
    }

    @Test
    void owners_choose_the_default_and_remove_what_nothing_needs() {
        Sandbox.attach(account, "card", "pm_card_amex");
        Sandbox.attach(account, "sepa", "pm_success_at");
        Sandbox.attach(account, "card", "pm_card_visa");
        try (Visitor owner = new Visitor()) {
            owner.signIn(SUMMARY, email);
            Page page = owner.page();
            order(page); // from now on renewals are charged to the Visa card
            owner.open("/billing/methods");
            assertThat(row(page, "Visa ending 4242")).containsText("Default");
            assertThat(row(page, "Visa ending 4242")).containsText("make another one the default first");
            owner.judge("methods");

            link(row(page, "American Express ending 0005"), "Remove American Express ending 0005")
                    .click();
            owner.judge("method-remove");
            page.locator("#remove").click();
            assertThat(page.locator("#messages")).containsText("American Express ending 0005 is removed");
            row(page, "Bank account ending 3201").getByText("Make default").click();
            assertThat(row(page, "Bank account ending 3201")).containsText("Default");
            link(row(page, "Visa ending 4242"), "Remove Visa ending 4242").click();
            page.locator("#remove").click();
            assertThat(page.locator("main li:has(.method)")).hasCount(1);
        }
    }

    @Test
    void nobody_is_sent_on_to_another_site() {
        try (Visitor owner = new Visitor()) {
            owner.signIn("/billing/methods", email);
            owner.judge("methods-empty");
            owner.open("/billing/methods/new?next=https%3A%2F%2Fevil.example%2Forder%2Fsummary");
            assertThat(link(owner.page(), "Cancel")).hasAttribute("href", "/billing/methods");
            owner.page().locator("#continue").click();
            owner.page().locator("#back").click();
            assertThat(owner.page()).hasURL(Pattern.compile(".*/billing/methods"));
            assertThat(owner.page().locator("#messages")).containsText("No payment method was added");
            owner.open("/billing/methods/return?next=//evil.example&setup=none");
            assertThat(owner.page().locator("h1")).hasText("Page not found");
        }
    }

    @Test
    void a_member_orders_with_the_card_of_the_account_but_manages_none() {
        String member = Sandbox.freshEmail();
        Api.operator().post("/api/v1/accounts/" + account + "/users", "{'email':'" + member + "','role':'member'}");
        try (Visitor visitor = new Visitor()) {
            visitor.signIn(SUMMARY, member);
            Page page = visitor.page();
            assertThat(page.locator("main")).containsText("An owner of your account can add");
            assertThat(page.locator("#addMethod")).hasCount(0);
            Sandbox.attach(account, "card", "pm_card_visa");
            visitor.open("/billing/methods");
            assertThat(page.locator("main")).containsText("Only owners of your account");
            assertThat(page.locator("main").getByText("Remove")).hasCount(0);
            visitor.judge("methods-of-a-member");
            visitor.open("/billing/methods/new");
            assertThat(page.locator("h1")).hasText("Not allowed");
            visitor.open(SUMMARY);
            order(page);
            assertThat(page.locator("h1")).hasText("Your license is ready");
        }
    }

    private static void order(Page page) {
        page.locator("#terms").check();
        page.locator("#place").click();
    }

    private static Locator row(Page page, String method) {
        return page.locator("main li:has(.method)", new Page.LocatorOptions().setHasText(method));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private String placedOrder() {
        return ofAccount("subscriptions").text("/data/0/id");
    }

    private Api.Answer ofAccount(String list) {
        return Api.operator().get("/api/v1/" + list + "?account=" + account);
    }
}
