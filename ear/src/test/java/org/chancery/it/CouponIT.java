package org.chancery.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.chancery.it.harness.Api;
import org.chancery.it.harness.ContainerTest;
import org.chancery.it.harness.CouponDesks;
import org.chancery.it.harness.CouponProbe;
import org.chancery.it.harness.Deployments;
import org.chancery.it.harness.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Coupons are counted right whoever comes at the same time, and partners are told what they sold. */
@ContainerTest
class CouponIT {

    private static final String COUPONS = "/api/v1/coupons";
    private static final String PARTNERS = "/api/v1/partners";
    private static final int CROWD = 50;

    private final CouponDesks desk = new CouponDesks(CouponIT.class);

    @Deployment(testable = false)
    static WebArchive deployment() {
        return Deployments.probeFor(CouponIT.class).addClass(CouponProbe.class);
    }

    @Test
    void of_fifty_who_want_the_last_one_exactly_one_gets_it() {
        List<UUID> accounts =
                IntStream.range(0, CROWD).mapToObj(i -> Sandbox.account()).toList();
        JsonNode coupon = coupon(",'maxRedemptions':2");
        desk.reserve(code(coupon), accounts.get(0));

        List<String> answers = CouponDesks.atOnce(CROWD, i -> desk.reserve(code(coupon), accounts.get(i)));

        assertThat(answers).filteredOn("refused coupon-exhausted"::equals).hasSize(CROWD - 1);
        assertThat(redeemed(coupon)).isEqualTo(2);
        assertThat(status(coupon)).isEqualTo("exhausted");
    }

    @Test
    void of_twenty_orders_of_one_account_one_has_a_coupon_that_is_once_an_account() {
        UUID account = Sandbox.account();
        JsonNode coupon = coupon(",'oncePerAccount':true");
        List<String> answers = CouponDesks.atOnce(20, i -> desk.reserve(code(coupon), account));
        assertThat(answers).filteredOn("refused coupon-used"::equals).hasSize(19);
        assertThat(redeemed(coupon)).isEqualTo(1);
    }

    @Test
    void a_redemption_given_back_by_many_at_once_frees_one_use() {
        UUID account = Sandbox.account();
        JsonNode coupon = coupon(",'maxRedemptions':3");
        String redemption = desk.reserve(code(coupon), account);
        desk.reserve(code(coupon), account);
        CouponDesks.atOnce(20, i -> desk.giveBack(redemption, account));
        assertThat(redeemed(coupon)).isEqualTo(1);
        assertThat(Api.operator()
                        .get(COUPONS + "/" + coupon.at("/id").asText() + "/redemptions")
                        .json()
                        .at("/data")
                        .findValuesAsText("status"))
                .containsExactly("reserved", "returned");
    }

    @Test
    void an_invoice_that_is_told_of_by_many_at_once_is_one_sale() {
        UUID account = Sandbox.account();
        String partner = partner("Once GmbH");
        JsonNode coupon = coupon(",'partner':'" + partner + "'");
        String redemption = desk.reserve(code(coupon), account);
        UUID invoice = UUID.randomUUID();
        CouponDesks.atOnce(20, i -> desk.sell(redemption, account, invoice, 8_000, 2_000));
        JsonNode sales = Api.operator()
                .get(PARTNERS + "/report?partner=" + partner)
                .json()
                .at("/data");
        assertThat(sales).hasSize(1);
        assertThat(sales.at("/0/sales").asInt()).isEqualTo(1);
        assertThat(sales.at("/0/netSales").asLong()).isEqualTo(8_000);
        assertThat(sales.at("/0/discounts").asLong()).isEqualTo(2_000);
        desk.giveBack(redemption, account);
        assertThat(redeemed(coupon)).isEqualTo(1);
    }

    @Test
    void a_coupon_is_made_found_redeemed_and_retired() {
        Api.Answer made = Api.operator()
                .post(
                        COUPONS,
                        "{'code':'" + Sandbox.freshCode().toLowerCase(java.util.Locale.ROOT)
                                + "','amount':5000,'currency':'EUR','duration':'repeating','periods':3,"
                                + "'product':'iot-platform','plans':['startup','business'],'kind':'subscription',"
                                + "'expiresAt':'2999-01-01T00:00:00Z','maxRedemptions':10,'oncePerAccount':true}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String id = made.text("/id");
        String code = made.text("/code");
        assertThat(code).isUpperCase();
        assertThat(Api.operator().get(COUPONS + "/" + id).json()).isEqualTo(made.json());
        assertThat(Api.operator().get(COUPONS + "?search=" + code).json().at("/data/0"))
                .isEqualTo(made.json());

        Api.Answer twice = Api.operator().post(COUPONS, "{'code':'" + code + "','percent':5,'duration':'once'}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("/reason")).isEqualTo("coupon-code-taken");

        UUID account = Sandbox.account();
        String redemption = desk.reserve(code.toLowerCase(java.util.Locale.ROOT), account);
        assertThat(Api.operator().delete(COUPONS + "/" + id).status()).isEqualTo(204);
        assertThat(Api.operator().delete(COUPONS + "/" + id).status()).isEqualTo(204);
        assertThat(Api.operator().get(COUPONS + "/" + id).text("/status")).isEqualTo("retired");
        assertThat(desk.reserve(code, Sandbox.account())).isEqualTo("refused coupon-retired");
        assertThat(Api.operator().get(COUPONS + "/" + id + "/redemptions").text("/data/0/id"))
                .isEqualTo(redemption);
        assertThat(Api.operator()
                        .post(COUPONS, "{'code':'" + code + "','percent':5,'duration':'once'}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_is_wrong_with_a_coupon_is_named_field_by_field() {
        Api.Answer refused = Api.operator()
                .post(
                        COUPONS,
                        "{'code':'A B','percent':1e1000000000,'duration':'daily','plans':['startup'],'kind':'x',"
                                + "'expiresAt':'2001-01-01T00:00:00Z','maxRedemptions':0,'partner':'"
                                + UUID.randomUUID() + "'}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.json().at("/errors").findValuesAsText("field"))
                .containsExactly(
                        "code", "percent", "duration", "product", "kind", "expiresAt", "maxRedemptions", "partner");
        for (String body : new String[] {
            "{}",
            "{'code':5}",
            "{'code':'AB','percent':'20','duration':'once'}",
            "{'code':'AB','rate':20}",
            "[]",
            "null"
        }) {
            assertThat(Api.operator().post(COUPONS, body).status()).as(body).isEqualTo(400);
        }
        assertThat(Api.operator().get(COUPONS + "?search=%25&limit=1").json().at("/data"))
                .isEmpty();
        assertThat(Api.operator().get(COUPONS + "?search=%00").json().at("/data"))
                .isEmpty();
    }

    @Test
    void a_partner_ends_with_the_coupons_and_keeps_the_sales() {
        UUID account = Sandbox.account();
        String partner = partner("Ended GmbH");
        JsonNode coupon = coupon(",'partner':'" + partner + "'");
        String redemption = desk.reserve(code(coupon), account);
        assertThat(Api.operator()
                        .get(PARTNERS + "/" + partner)
                        .json()
                        .at("/coupons")
                        .asInt())
                .isEqualTo(1);
        assertThat(Api.operator().delete(PARTNERS + "/" + partner).status()).isEqualTo(204);
        assertThat(Api.operator().get(PARTNERS + "/" + partner).text("/status")).isEqualTo("retired");
        assertThat(status(coupon)).isEqualTo("retired");
        desk.sell(redemption, account, UUID.randomUUID(), 8_000, 2_000);
        assertThat(Api.operator()
                        .get(PARTNERS + "/report?partner=" + partner)
                        .json()
                        .at("/data"))
                .hasSize(1);
        assertThat(Api.operator()
                        .post(COUPONS, Sandbox.newCoupon(",'partner':'" + partner + "'"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_report_is_json_or_a_sheet_in_which_nothing_is_a_formula() {
        UUID account = Sandbox.account();
        String partner = partner("=1+1");
        JsonNode coupon = coupon(",'partner':'" + partner + "'");
        String redemption = desk.reserve(code(coupon), account);
        desk.sell(redemption, account, UUID.randomUUID(), 24_900, 100);
        desk.sell(redemption, account, UUID.randomUUID(), -10_000, -40);
        String path = PARTNERS + "/report?partner=" + partner;
        String month = Api.operator().get("/api/v1/sandbox/clock").text("/now").substring(0, 7);

        assertThat(Api.operator().get(path).text("/to")).isEqualTo(month);
        Api.Answer sheet = accepting("text/csv", path);
        assertThat(sheet.header("Content-Type")).startsWith("text/csv");
        assertThat(sheet.header("Content-Disposition")).startsWith("attachment; filename=\"partner-sales-");
        assertThat(sheet.body())
                .isEqualTo("month,partner,name,currency,sales,net_sales,discounts\r\n" + month + "," + partner
                        + ",'=1+1,EUR,2,149.00,0.60\r\n");
        assertThat(accepting("*/*", path).header("Content-Type")).startsWith("application/json");
        assertThat(accepting("application/pdf", path).status()).isEqualTo(406);

        for (String months : new String[] {"&from=2026-13", "&from=2026-02&to=2026-01", "&from=1990-01&to=2026-01"}) {
            Api.Answer refused = Api.operator().get(path + months);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
            assertThat(refused.text("/errors/0/field")).isEqualTo("from");
        }
        assertThat(Api.operator()
                        .get(PARTNERS + "/report?partner=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private static JsonNode coupon(String more) {
        Api.Answer made = Api.operator().post(COUPONS, Sandbox.newCoupon(more));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private static String partner(String name) {
        Api.Answer made = Api.operator().post(PARTNERS, "{'name':'" + name + "'}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/id");
    }

    private static Api.Answer accepting(String type, String path) {
        return Api.exchange(HttpRequest.newBuilder(URI.create(Api.base() + path))
                .header("Authorization", "Bearer opr_sandbox")
                .header("Accept", type)
                .build());
    }

    private static String code(JsonNode coupon) {
        return coupon.at("/code").asText();
    }

    private static int redeemed(JsonNode coupon) {
        return Api.operator()
                .get(COUPONS + "/" + coupon.at("/id").asText())
                .json()
                .at("/redeemed")
                .asInt();
    }

    private static String status(JsonNode coupon) {
        return Api.operator().get(COUPONS + "/" + coupon.at("/id").asText()).text("/status");
    }
}
