package org.chancery.web.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The coupon of an order stands in its address. */
class OrderDraftTest {

    @Test
    void a_coupon_stays_through_every_step_and_goes_when_it_is_removed() {
        OrderDraft draft = OrderDraft.of(Map.of("product", "iot-platform", "plan", "startup", "coupon", "LAUNCH-20"));
        assertThat(draft.withAddOns(Map.of("custom-domains", 1)).address(OrderStep.SUMMARY))
                .endsWith("addOns=custom-domains.1&coupon=LAUNCH-20");
        assertThat(draft.withCoupon(null).address(OrderStep.SUMMARY)).doesNotContain("coupon");
    }

    @Test
    void what_can_be_no_code_is_dropped() {
        assertThat(OrderDraft.of(Map.of("coupon", "<b>")).coupon()).isNull();
        assertThat(OrderDraft.of(Map.of("coupon", "X")).coupon()).isNull();
    }
}
