package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.chancery.it.harness.TestInstance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Buying once, by REST alone: the license, its updates, and what is never paid. */
@ContainerTest
class PerpetualIT {

    private static final String PERPETUALS = "/api/v1/perpetual-licenses";
    private static final String CHOICE = "'product':'iot-platform','plan':'perpetual','currency':'EUR'";
    private static final String WIRE = "{" + CHOICE + ",'collection':'wire'}";

    private final UUID account = Sandbox.account();
    private final Api owner = Sandbox.ownerOf(account);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(PerpetualIT.class);
    }

    @Test
    void a_transfer_makes_the_license_usable_and_covers_a_year() {
        Api.Answer order = owner.post(PERPETUALS, WIRE);
        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("/status")).isEqualTo("incomplete");
        assertThat(order.text("/payment/status")).isEqualTo("pending");
        TestInstance instance = new TestInstance(order.text("/license/secret"), "node-1");
        assertThat(instance.activate().json().at("/code").asInt()).isEqualTo(103);

        LocalDate until = Sandbox.today().plusYears(1);
        Api.Answer paid = Sandbox.pay(order.text("/invoice/id"), 499_000);
        assertThat(paid.text("/status")).isEqualTo("paid");

        Api.Answer active = owner.get(PERPETUALS + "/" + order.text("/id"));
        assertThat(active.text("/status")).isEqualTo("active");
        assertThat(active.text("/updatesUntil")).isEqualTo(until.toString());
        assertThat(active.json().at("/license").has("secret")).isFalse();
        assertThat(instance.activate().status()).isEqualTo(201);
        assertThat(owner.get("/api/v1/licenses/" + order.text("/license/id")).text("/updatesUntil"))
                .isEqualTo(until.toString());
        assertThat(preview(order, until).status()).isEqualTo(200);
        Api.Answer newer = preview(order, until.plusDays(1));
        assertThat(newer.json().at("/code").asInt()).as(newer.toString()).isEqualTo(109);
    }

    private static Api.Answer preview(Api.Answer order, LocalDate releaseDate) {
        return Api.anonymous()
                .as(order.text("/license/secret"))
                .post("/api/v1/licenses/preview", "{'product':'iot-platform','releaseDate':'" + releaseDate + "'}");
    }

    @Test
    void a_card_pays_the_order_and_a_further_year_at_forty_percent() {
        attach();
        Api.Answer order = owner.post(PERPETUALS, "{" + CHOICE + ",'collection':'charge'}");
        assertThat(order.text("/status")).as(order.toString()).isEqualTo("active");
        assertThat(order.text("/invoice/status")).isEqualTo("paid");
        String path = PERPETUALS + "/" + order.text("/id");

        Api.Answer renewed = owner.post(path + "/updates", "{'collection':'charge'}");

        assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
        assertThat(renewed.text("/updatesUntil"))
                .isEqualTo(LocalDate.parse(order.text("/updatesUntil"))
                        .plusYears(1)
                        .toString());
        assertThat(renewed.json().at("/invoice/total").asLong()).isEqualTo(199_600);
        assertThat(renewed.text("/invoice/lines/0/kind")).isEqualTo("updates");
        assertThat(renewed.text("/payment/status")).isEqualTo("succeeded");
    }

    @Test
    void a_second_year_of_updates_waits_for_the_first_to_be_paid() {
        Api.Answer order = owner.post(PERPETUALS, WIRE);
        String updates = PERPETUALS + "/" + order.text("/id") + "/updates";
        assertThat(owner.post(updates, "{'collection':'wire'}").text("/reason")).isEqualTo("perpetual-not-active");
        Sandbox.pay(order.text("/invoice/id"), 499_000);
        Api.Answer first = owner.post(updates, "{'collection':'wire'}");
        assertThat(first.text("/updatesUntil"))
                .isEqualTo(Sandbox.today().plusYears(1).toString());
        assertThat(owner.post(updates, "{'collection':'wire'}").text("/reason")).isEqualTo("updates-await-payment");
        Sandbox.pay(first.text("/invoice/id"), 199_600);
        assertThat(owner.get(PERPETUALS + "/" + order.text("/id")).text("/updatesUntil"))
                .isEqualTo(Sandbox.today().plusYears(2).toString());
    }

    @Test
    void an_order_by_quote_costs_exactly_the_quote() {
        Api.Answer quote = owner.post("/api/v1/quotes", "{" + CHOICE + ",'period':'once','addOns':{'offline-mode':1}}");
        assertThat(quote.status()).as(quote.toString()).isEqualTo(201);
        assertThat(quote.json().at("/total").asLong()).isEqualTo(499_000 + 99_000);
        assertThat(quote.json().has("next")).isFalse();
        assertThat(quote.json().at("/furtherUpdates").asLong()).isEqualTo(199_600);
        Api.Answer order = owner.post(PERPETUALS, "{'quote':'" + quote.text("/id") + "','collection':'wire'}");
        assertThat(order.json().at("/invoice/amountDue").asLong()).isEqualTo(598_000);
        assertThat(owner.get(PERPETUALS).json().at("/data")).hasSize(1);
    }

    @Test
    void another_account_sees_none_of_it() {
        String path = PERPETUALS + "/" + owner.post(PERPETUALS, WIRE).text("/id");
        Api other = Sandbox.ownerOf(Sandbox.account());
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/updates", "{'collection':'wire'}").status())
                .isEqualTo(404);
        assertThat(other.get(PERPETUALS + "?account=" + account).status()).isEqualTo(404);
    }

    @Test
    void a_plan_by_the_month_is_no_perpetual_license() {
        assertThat(owner.post(PERPETUALS, WIRE.replace("'perpetual'", "'maker'"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(owner.get(PERPETUALS).json().at("/data")).isEmpty();
    }

    @Test
    void what_is_never_paid_expires_and_gives_the_coupon_back() {
        String code = Sandbox.freshCode();
        Api.Answer coupon =
                Api.operator().post("/api/v1/coupons", "{'code':'" + code + "','percent':20,'duration':'once'}");
        Api.Answer order = owner.post(PERPETUALS, WIRE.replace("'collection'", "'coupon':'" + code + "','collection'"));
        assertThat(order.json().at("/invoice/total").asLong())
                .as(order.toString())
                .isEqualTo(399_200);
        String path = "/api/v1/coupons/" + coupon.text("/id");
        assertThat(Api.operator().get(path).json().at("/redeemed").asInt()).isEqualTo(1);

        Sandbox.travelTo(Sandbox.now().plus(Duration.ofDays(31)));

        assertThat(owner.get(PERPETUALS + "/" + order.text("/id")).text("/status"))
                .isEqualTo("incomplete_expired");
        assertThat(owner.get("/api/v1/invoices/" + order.text("/invoice/id")).text("/status"))
                .isEqualTo("void");
        assertThat(Api.operator().get(path).json().at("/redeemed").asInt()).isZero();
    }

    private void attach() {
        Api.Answer method = owner.post(
                "/api/v1/accounts/" + account + "/payment-methods", "{'type':'card','token':'pm_card_visa'}");
        assertThat(method.status()).as(method.toString()).isEqualTo(201);
    }
}
