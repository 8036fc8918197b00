package org.chancery.web.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chancery.model.subscription.Collection;
import org.chancery.model.time.BillingPeriod;
import org.junit.jupiter.api.Test;

class OrderDraftTest {

    private static final Map<String, String> WHOLE = Map.of(
            "product", "iot-platform",
            "plan", "startup",
            "period", "year",
            "currency", "EUR",
            "addOns", "custom-domains.2_additional-users.5",
            "pay", "wire");

    @Test
    void an_address_holds_the_whole_draft() {
        OrderDraft draft = OrderDraft.of(WHOLE);
        assertThat(draft.address(OrderStep.SUMMARY))
                .isEqualTo("/order/summary?product=iot-platform&plan=startup&period=year&currency=EUR"
                        + "&addOns=additional-users.5_custom-domains.2&pay=wire");
        assertThat(draft.collection()).isEqualTo(Collection.WIRE);
    }

    @Test
    void a_link_to_a_perpetual_license_is_paid_once() {
        OrderDraft draft =
                OrderDraft.of(Map.of("product", "iot-platform", "plan", "perpetual", "period", "once", "pay", "wire"));
        assertThat(draft.period()).isEqualTo(BillingPeriod.ONCE);
        assertThat(draft.address(OrderStep.BILLING))
                .isEqualTo("/order/billing?product=iot-platform&plan=perpetual&period=once&pay=wire");
    }

    @Test
    void the_way_to_pay_stays_while_the_rest_changes() {
        OrderDraft draft =
                OrderDraft.of(WHOLE).withPlan("business", BillingPeriod.MONTH).withAddOns(Map.of("custom-domains", 1));
        assertThat(draft.collection()).isEqualTo(Collection.WIRE);
        assertThat(draft.withCollection(Collection.CHARGE).address(OrderStep.SUMMARY))
                .endsWith("&addOns=custom-domains.1&pay=charge");
    }

    @Test
    void what_makes_no_sense_counts_as_not_chosen() {
        OrderDraft draft =
                OrderDraft.of(Map.of("plan", "../../etc", "pay", "cash", "addOns", "x.-1", "period", "week"));
        assertThat(draft).isEqualTo(new OrderDraft(null, null, BillingPeriod.MONTH, null, Map.of(), null, null));
    }

    @Test
    void a_coupon_stays_through_every_step_and_goes_when_it_is_removed() {
        OrderDraft draft = OrderDraft.of(Map.of("product", "iot-platform", "plan", "startup", "coupon", "LAUNCH-20"));
        assertThat(draft.withAddOns(Map.of("custom-domains", 1)).address(OrderStep.SUMMARY))
                .endsWith("addOns=custom-domains.1&coupon=LAUNCH-20");
        assertThat(draft.withCoupon(null).address(OrderStep.SUMMARY)).doesNotContain("coupon");
    }

    @Test
    void what_can_be_no_coupon_is_dropped() {
        assertThat(OrderDraft.of(Map.of("coupon", "<b>")).coupon()).isNull();
        assertThat(OrderDraft.of(Map.of("coupon", "X")).coupon()).isNull();
    }
}
