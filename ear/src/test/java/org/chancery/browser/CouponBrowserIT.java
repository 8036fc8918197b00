package org.chancery.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.CouponDesks;
import org.chancery.it.harness.CouponProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Coupons and partners in the console: from the partner over the coupon to the report. */
@ContainerTest
class CouponBrowserIT {

    private final CouponDesks desk = new CouponDesks(CouponBrowserIT.class);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(CouponBrowserIT.class).addClass(CouponProbe.class);
    }

    @Test
    void a_partner_gets_a_coupon_sells_with_it_and_is_reported() throws IOException {
        String code = Sandbox.freshCode();
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/partners/new", Sandbox.operator("admin"));
            Page page = operator.page();
            operator.judge("console-partners-new");
            page.locator("#add").click();
            assertThat(page.locator("#name-message")).containsText("Please fill in this field");
            page.locator("#name").fill("Nordwind Systems GmbH");
            page.locator("#email").fill("sales@nordwind.example");
            page.locator("#add").click();
            assertThat(page.locator("h1")).hasText("Nordwind Systems GmbH");
            operator.judge("console-partners-one-empty");

            page.locator(".head .actions a").click();
            assertThat(page.locator("#outline")).containsText("Nordwind Systems GmbH");
            operator.judge("console-coupons-new");
            fill(page, code);
            operator.judge("console-coupons-new-filled");
            page.locator("#create").click();
            assertThat(page.locator("h1")).hasText(code);
            assertThat(page.locator("#messages")).containsText(code);
            operator.judge("console-coupons-one-empty");
            String coupon = page.url().replaceAll(".*/", "");

            sell(code);
            page.reload();
            assertThat(page.locator("#redemptions")).containsText("Test GmbH");
            assertThat(page.locator(".kpis")).containsText("€398.40");
            operator.judge("console-coupons-one");

            operator.open("/console/partners");
            assertThat(page.locator("#sales")).containsText("€398.40");
            operator.judge("console-partners");
            page.locator("#partners").getByText("Nordwind Systems GmbH").first().click();
            operator.judge("console-partners-one");
            assertThat(page.locator("#sales tbody tr")).hasCount(1);
            Download sheet =
                    page.waitForDownload(() -> page.locator("#download").click());
            assertThat(Files.readString(sheet.path(), StandardCharsets.UTF_8))
                    .startsWith("\ufeffmonth,partner,name")
                    .contains("Nordwind Systems GmbH,EUR,2,398.40,99.60");
            page.locator("#from").fill("2001-01");
            page.locator("#to").fill("2001-02");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Show").setExact(true))
                    .click();
            assertThat(page.locator("main")).containsText("Nothing was sold in these months");
            operator.judge("console-partners-one-nothing-sold");

            operator.open("/console/coupons/" + coupon);
            page.locator("#retireCoupon").click();
            assertThat(page.locator(".state")).containsText("Retired");
            operator.judge("console-coupons-one-retired");
            operator.open("/console/coupons?q=" + code);
            assertThat(page.locator("#coupons")).containsText("Retired");
            operator.open("/console/coupons?q=NOTHING-LIKE-IT");
            operator.judge("console-coupons-none");
            operator.open("/console/coupons");
            operator.judge("console-coupons");
        }
    }

    /** 20 percent off three periods of two plans, with every limit. */
    private static void fill(Page page, String code) {
        page.locator("#code").fill(code.toLowerCase(java.util.Locale.ROOT));
        page.locator("#percent").fill("20");
        page.getByText("Several billing periods").click();
        page.locator("#periods").fill("3");
        page.locator("#periods").blur();
        assertThat(page.locator("#outline")).containsText("20% off each of the first 3 billing periods");
        page.locator("#product").selectOption("iot-platform");
        page.locator("#plan-startup").check();
        assertThat(page.locator("#outline")).containsText("Startup of ");
        page.locator("#plan-business").check();
        assertThat(page.locator("#outline")).containsText("Startup, Business of ");
        page.locator("#kind").selectOption("subscription");
        page.locator("#expiresAt").fill("2099-12-31");
        page.locator("#maxRedemptions").fill("100");
        page.locator("#oncePerAccount").check();
        assertThat(page.locator("#outline")).containsText("December 31, 2099");
        assertThat(page.locator("#outline")).containsText("100 times in all, once per account");
    }

    private void sell(String code) {
        UUID account = Sandbox.account();
        String redemption = desk.reserve(code, account);
        desk.sell(redemption, account, UUID.randomUUID(), 19_920, 4_980);
        desk.sell(redemption, account, UUID.randomUUID(), 19_920, 4_980);
        desk.reserve(code, Sandbox.account());
        UUID gone = Sandbox.account();
        desk.giveBack(desk.reserve(code, gone), gone);
    }

    @Test
    void what_is_wrong_with_a_coupon_is_said_beside_the_field_and_nothing_typed_is_lost() {
        String taken = Sandbox.freshCode();
        Api.operator().post("/api/v1/coupons", "{'code':'" + taken + "','percent':5,'duration':'forever'}");
        try (Visitor operator = new Visitor()) {
            operator.signIn("/console/coupons/new", Sandbox.operator("admin"));
            Page page = operator.page();
            page.getByText("An amount").click();
            page.locator("#amount").fill("50.001");
            page.locator("#maxRedemptions").fill("many");
            page.locator("#product").selectOption("iot-platform");
            page.locator("#plan-maker").check();
            page.locator("#create").click();
            assertThat(page.locator("#amount-message")).containsText("EUR has 2 decimals");
            assertThat(page.locator("#maxRedemptions-message")).containsText("whole number");
            assertThat(page.locator("#plan-maker")).isChecked();
            assertThat(page.locator("#amount")).hasValue("50.001");
            operator.judge("console-coupons-new-refused");
            page.locator("#amount").fill("50.00");
            page.locator("#maxRedemptions").fill("");
            page.locator("#create").click();
            assertThat(page.locator("#code-message")).containsText("Please fill in this field");
            page.locator("#code").fill(taken);
            page.locator("#create").click();
            assertThat(page.locator("#messages")).containsText("has this code already");
            page.locator("#code").fill(taken + "-B");
            page.locator("#create").click();
            assertThat(page).hasURL(Pattern.compile(".*/console/coupons/[0-9a-f-]{36}"));
            assertThat(page.locator("main")).containsText("€50.00 off the first billing period");
        }
    }
}
