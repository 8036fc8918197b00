package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.model.time.BillingPeriod;
import org.junit.jupiter.api.Test;

/** What is foretold of the next invoice is what it then says. */
class NextInvoiceTest {

    private static final Instant OCTOBER = Instant.parse("2026-10-01T00:00:00Z");

    private final BillingHouse house = new BillingHouse(Instant.parse("2026-09-01T00:00:00Z"));

    @Test
    void it_holds_the_scheduled_change_and_all_that_waits() {
        Subscription subscription = house.running("business");
        house.travel("2026-09-16T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 2));
        house.change(subscription, "startup");
        NextInvoiceView next = house.nextInvoices.of(subscription.id()).orElseThrow();
        house.travel("2026-10-01T00:00:00Z");
        assertThat(next.at()).isEqualTo(OCTOBER);
        assertThat(next.total()).isEqualTo(house.lastInvoice().total());
        assertThat(next.total().minor()).isEqualTo(24_900 + 4_000 + 2_000);
    }

    @Test
    void what_waits_in_a_year_is_asked_for_within_a_month() {
        Subscription subscription = house.running("startup");
        house.checkout.change(
                new ChangeWish(subscription.id(), null, BillingPeriod.YEAR, Map.of(), ChangeTiming.NOW, null));
        house.travel("2026-09-16T00:00:00Z");
        house.addOns(subscription, Map.of("custom-domains", 2));
        NextInvoiceView next = house.nextInvoices.of(subscription.id()).orElseThrow();
        house.travel("2026-10-16T00:00:00Z");
        assertThat(next.at()).isEqualTo(Instant.parse("2026-10-16T00:00:00Z"));
        assertThat(next.total()).isEqualTo(house.lastInvoice().total());
    }

    @Test
    void what_ends_asks_only_for_what_waits() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-16T00:00:00Z");
        house.checkout.cancel(subscription.id(), ChangeTiming.PERIOD_END, null);
        assertThat(house.nextInvoices.of(subscription.id())).isEmpty();
        house.addOns(subscription, Map.of("custom-domains", 2));
        assertThat(house.nextInvoices
                        .of(subscription.id())
                        .orElseThrow()
                        .total()
                        .minor())
                .isEqualTo(2_000);
    }

    @Test
    void nothing_is_foretold_before_the_start_and_once_the_invoice_is_out() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        assertThat(house.nextInvoices.of(subscription.id())).isEmpty();
        house.transfer(house.lastInvoice());
        assertThat(house.nextInvoices.of(subscription.id())).isPresent();
        house.travel("2026-09-17T00:00:00Z");
        assertThat(house.nextInvoices.of(subscription.id())).isEmpty();
    }
}
