package org.chancery.web.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.chancery.service.checkout.PlacedOrder;
import org.junit.jupiter.api.Test;

class PlacedOrdersTest {

    private static final UUID QUOTE = new UUID(0, 1);
    private static final UUID PURCHASE = new UUID(0, 2);

    private final PlacedOrders placed = new PlacedOrders();
    private final AtomicInteger orders = new AtomicInteger();

    @Test
    void a_second_click_orders_nothing_and_leads_to_the_same_order() {
        assertThat(placed.once(QUOTE, this::order)).isEqualTo(PURCHASE);
        assertThat(placed.once(QUOTE, this::order)).isEqualTo(PURCHASE);
        assertThat(orders).hasValue(1);
    }

    @Test
    void a_secret_is_there_until_it_is_stored() {
        placed.once(QUOTE, this::order);
        assertThat(placed.secretOf(PURCHASE)).contains("lic_once");
        placed.acknowledge(PURCHASE);
        assertThat(placed.secretOf(PURCHASE)).isEmpty();
    }

    private PlacedOrder order() {
        orders.incrementAndGet();
        return new PlacedOrder(PURCHASE, "lic_once");
    }
}
