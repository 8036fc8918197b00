package org.chancery.it.cluster;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.regex.Pattern;
import org.chancery.browser.Visitor;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TwoNodes;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A customer orders, and between two steps the node that has served all the pages so far is lost. Last of a run, because it
 * leaves one node down.
 */
@Tag("deep")
@Order(Integer.MAX_VALUE)
@ExtendWith(TwoNodes.class)
class NodeLossBrowserIT {

    @Test
    void an_order_goes_on_where_it_was() {
        try (Visitor customer = new Visitor()) {
            customer.signIn("/order?product=iot-platform&plan=startup&period=month", Sandbox.freshEmail());
            Page page = customer.page();
            page.locator("#company").fill("Kepler Sensors");
            int first = node(page);
            TwoNodes.kill(first);
            page.locator("#save").click(); // the view was made by the node that is gone
            assertThat(page).hasURL(Pattern.compile(".*/order/billing.*"));
            page.locator("#address").fill("Hafenstr. 4, 20457 Hamburg");
            page.locator("#next").click();
            assertThat(node(page)).isNotEqualTo(first);
            TwoNodes.start(first);

            TwoNodes.kill(3 - first);
            page.locator("#terms").check();
            page.locator("#place").click();
            page.waitForURL(Pattern.compile(".*/order/.*/done.*"));
            assertThat(page.locator("code#licenseSecret")).containsText("lic_");
            assertThat(page.locator("main")).containsText("Pay invoice");
            assertThat(node(page)).isEqualTo(first);
        }
    }

    /** Which node has answered last, by the cookie of the load balancer. */
    private static int node(Page page) {
        String name = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("chancery-node"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(name.substring("node".length()));
    }
}
