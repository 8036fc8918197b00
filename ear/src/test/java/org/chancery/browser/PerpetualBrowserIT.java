package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

/** Buying a perpetual license in the portal, by card and by transfer, and a further year of its updates. */
@ContainerTest
class PerpetualBrowserIT {

    private static final String LINK = "/order?product=iot-platform&plan=perpetual&period=once";
    private static final Pattern DONE = Pattern.compile(".*/order/[0-9a-f-]{36}/done");
    private static final Pattern DETAIL = Pattern.compile(".*/perpetual/[0-9a-f-]{36}$");
    private static final LocatorAssertions.ContainsTextOptions AFTER_A_POLL =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final String email = Sandbox.freshEmail();
    private final UUID account = Sandbox.account(email);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(PerpetualBrowserIT.class);
    }

    @Test
    void a_card_buys_one_license_step_by_step_and_a_further_year_of_updates() {
        Sandbox.attach(account, "card", "pm_card_visa");
        try (Visitor owner = new Visitor()) {
            owner.signIn("/perpetual", email);
            Page page = owner.page();
            owner.judge("perpetual-empty");
            link(page, "Order a perpetual license").click();
            choosePlan(owner);
            choosePlanAgainAfterLookingAtTheMonthlyOnes(page);
            page.locator("#next").click();
            assertThat(page).hasURL(Pattern.compile(".*/order/customise.*period=once.*"));
            takeOfflineMode(page);
            owner.judge("perpetual-customise");
            page.locator("#next").click();

            assertThat(page.locator("#announcement"))
                    .containsText(
                            Pattern.compile("€5,980\\.00 is charged to Visa ending 4242 today, \\w+ \\d+, \\d{4}"));
            assertThat(page.locator("#receipt")).containsText("a further year of updates costs €1,996.00");
            assertThat(page.locator("#receipt")).not().containsText("Then");
            owner.judge("perpetual-summary-card");
            page.locator("#terms").check();
            page.locator("#place").dblclick();

            assertThat(page).hasURL(DONE);
            assertThat(page.locator("h1")).hasText("Your license is ready");
            assertThat(page.locator("#orderState"))
                    .containsText(Pattern.compile("Releases up to \\w+ \\d+, \\d{4} are covered"));
            owner.judge("perpetual-done-paid");
            String secret = page.locator("code#licenseSecret").textContent().trim();
            assertThat(new TestInstance(secret, "eternal-1").activate().status())
                    .isEqualTo(201);
            assertThat(page.locator("#checkIn")).containsText("eternal-1", AFTER_A_POLL);
            page.locator("#acknowledge").click();
            assertThat(page.locator("code#licenseSecret")).containsText("•");
            assertThat(perpetuals().json().at("/data")).hasSize(1);

            owner.open("/perpetual");
            owner.judge("perpetual-list");
            link(page, "Perpetual").click();
            assertThat(page.locator("main")).containsText("eternal-1");
            owner.judge("perpetual-active");
            renew(owner);
            owner.open("/overview");
            owner.judge("overview-perpetual");
        }
    }

    private static void choosePlan(Visitor owner) {
        Page page = owner.page();
        assertThat(page).hasURL(Pattern.compile(".*/order/plan\\?.*period=once"));
        assertThat(page.locator("input[value=once]")).isChecked();
        page.locator("#next").click();
        assertThat(page.locator("#messages")).containsText("Please choose a plan");
        perpetual(page).click();
        assertThat(page.locator("#receipt")).containsText("€4,990.00");
        owner.judge("perpetual-plan");
    }

    /** Each way to pay has plans of its own; what was ticked among the others comes along nowhere. */
    private static void choosePlanAgainAfterLookingAtTheMonthlyOnes(Page page) {
        page.getByText("Monthly").click();
        assertThat(perpetual(page)).isHidden();
        assertThat(page.locator("#receipt")).containsText("Choose a plan");
        page.locator("label.choice", new Page.LocatorOptions().setHasText("Startup"))
                .click();
        assertThat(page.locator("#receipt")).containsText("€249.00");
        page.getByText("Once", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#receipt")).containsText("€4,990.00");
        assertThat(page).hasURL(Pattern.compile(".*plan=perpetual&period=once.*"));
    }

    private static Locator perpetual(Page page) {
        return page.locator("label.choice:has(input[value=perpetual])");
    }

    private static void takeOfflineMode(Page page) {
        Locator quantity = page.getByLabel("Offline mode");
        quantity.press("Control+a");
        quantity.pressSequentially("1");
        quantity.press("Tab");
        assertThat(page.locator("#receipt")).containsText("€5,980.00");
    }

    private static void renew(Visitor owner) {
        Page page = owner.page();
        link(page, "Renew updates").click();
        assertThat(page.locator("#announcement"))
                .containsText(Pattern.compile("€1,996\\.00 is charged to Visa ending 4242 today, \\w+ \\d+, \\d{4}"));
        owner.judge("perpetual-updates");
        page.locator("input[value=wire]").check();
        assertThat(page.locator("#offer")).containsText(Pattern.compile("Due by \\w+ \\d+, \\d{4}"));
        page.locator("input[value=charge]").check();
        assertThat(page.locator("#offer")).containsText("Due today");
        page.locator("#renew").dblclick();
        assertThat(page).hasURL(DETAIL);
        assertThat(page.locator("#messages")).containsText("Your updates are renewed");
        assertThat(page.locator(".state"))
                .containsText(String.valueOf(Sandbox.today().plusYears(2).getYear()));
    }

    @Test
    void a_link_from_a_price_page_and_a_coupon_buy_a_license_by_transfer() {
        String code = Sandbox.freshCode();
        Api.operator().post("/api/v1/coupons", "{'code':'" + code + "','percent':20,'duration':'once'}");
        try (Visitor owner = new Visitor()) {
            owner.signIn(LINK + "&coupon=" + code, email);
            Page page = owner.page();
            assertThat(page).hasURL(Pattern.compile(".*/order/summary\\?.*plan=perpetual&period=once.*"));
            assertThat(page.locator("#receipt")).containsText("€3,992.00");
            assertThat(page.locator("#receipt")).containsText("begin when the transfer arrives");
            owner.judge("perpetual-summary-transfer");
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page).hasURL(DONE);
            assertThat(page.locator("#payment")).containsText("IBAN");
            owner.judge("perpetual-done-transfer");
            String done = page.url();
            link(page, "Open license").click();
            assertThat(page).hasURL(DETAIL);
            assertThat(page.locator("main")).containsText("Awaiting payment");
            owner.judge("perpetual-awaiting");

            owner.open(done);
            pay(399_200); // while the page of the customer is open
            assertThat(page.locator("#orderState")).containsText("Your license is active", AFTER_A_POLL);
            assertThat(page.locator("#payment")).isEmpty();
            renewByTransfer(owner);
        }
    }

    private void renewByTransfer(Visitor owner) {
        Page page = owner.page();
        owner.open("/perpetual");
        link(page, "Perpetual").click();
        link(page, "Renew updates").click();
        page.locator("#renew").click();
        assertThat(page.locator("#messages")).containsText("A further year is ordered");
        assertThat(page.locator("main")).containsText("IBAN");
        owner.judge("perpetual-updates-awaiting");
        pay(199_600);
        page.reload();
        assertThat(page.locator(".state"))
                .containsText(String.valueOf(Sandbox.today().plusYears(2).getYear()));
        assertThat(page.locator("#iban")).hasCount(0);
    }

    @Test
    void a_bank_that_asks_leads_back_to_the_order_and_later_to_the_license() {
        Sandbox.attach(account, "card", "pm_card_authenticationRequired");
        try (Visitor owner = new Visitor()) {
            owner.signIn(LINK, email);
            Page page = owner.page();
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page).hasURL(Pattern.compile(".*/sandbox/confirm/.*"));
            page.locator("#confirm").click();
            assertThat(page).hasURL(DONE);
            assertThat(page.locator("h1")).hasText("Your license is ready");

            link(page, "Open license").click();
            link(page, "Renew updates").click();
            page.locator("input[value=charge]").check();
            page.locator("#renew").click();
            assertThat(page.locator("main")).containsText("Your bank asks you to confirm this payment");
            owner.judge("perpetual-updates-confirm");
            link(page, "Confirm the payment").click();
            page.locator("#confirm").click();
            assertThat(page).hasURL(DETAIL);
            assertThat(page.locator(".state"))
                    .containsText(String.valueOf(Sandbox.today().plusYears(2).getYear()));
        }
    }

    @Test
    void a_declined_order_is_paid_with_another_card_from_the_page_of_its_license() {
        Sandbox.attach(account, "card", "pm_card_chargeCustomerFail");
        try (Visitor owner = new Visitor()) {
            owner.signIn(LINK, email);
            Page page = owner.page();
            page.locator("#terms").check();
            page.locator("#place").click();
            assertThat(page.locator("h1")).hasText("Your order is not paid yet");
            link(page, "Open license").click();
            assertThat(page.locator("main")).containsText("We could not charge the card ending 0341");
            owner.judge("perpetual-declined");
            link(page, "Use another payment method").click();
            page.locator("#continue").click();
            page.locator("#use").click();
            assertThat(page).hasURL(DETAIL);
            page.locator("#charge").dblclick();
            assertThat(page.locator("#messages")).containsText("€4,990.00 was charged to Visa ending 4242");
            assertThat(page.locator(".state")).containsText("Active");
            assertThat(page.locator("#charge")).hasCount(0);
        }
    }

    /** The operator sees the money for the newest invoice on the bank statement. */
    private void pay(long amount) {
        String invoice = ofAccount("invoices").text("/data/0/id");
        assertThat(Sandbox.pay(invoice, amount).text("/status")).isEqualTo("paid");
    }

    private Api.Answer perpetuals() {
        return ofAccount("perpetual-licenses");
    }

    private Api.Answer ofAccount(String list) {
        return Api.operator().get("/api/v1/" + list + "?account=" + account);
    }

    private static Locator link(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
