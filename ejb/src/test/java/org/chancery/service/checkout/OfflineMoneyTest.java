package org.chancery.service.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.chancery.model.checkout.CheckoutRefusal;
import org.chancery.model.licensing.Activation;
import org.chancery.model.licensing.Instance;
import org.chancery.model.licensing.LeaseTerms;
import org.chancery.model.licensing.OfflineBinding;
import org.chancery.model.licensing.OfflineLicense;
import org.chancery.model.licensing.OfflineTerms;
import org.chancery.model.licensing.SeatClass;
import org.chancery.model.platform.DomainException;
import org.chancery.model.subscription.ChangeTiming;
import org.chancery.model.subscription.Collection;
import org.chancery.model.subscription.Subscription;
import org.chancery.service.licensing.port.PaidTime;
import org.junit.jupiter.api.Test;

/** A file goes on whatever its subscription does, so the time until its end is never given back. */
class OfflineMoneyTest {

    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");

    private final BillingHouse house = new BillingHouse(START);
    private final SoldTimes sold = new SoldTimes(house.subscriptionRows, house.perpetualRows, house.invoiceRows);

    @Test
    void without_a_file_the_unused_rest_comes_back() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-11T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.pendingCredit().minor()).isEqualTo(16_600);
    }

    @Test
    void canceling_now_gives_nothing_back_before_the_end_of_the_file() {
        Subscription subscription = house.running("startup");
        lend(subscription, "2026-09-21T00:00:00Z");
        house.travel("2026-09-11T00:00:00Z");
        QuoteView quote = house.quotes.quoteCancellation(subscription.id());
        assertThat(quote.creditGranted()).isEqualTo(8_300);
        house.cancelNow(subscription);
        assertThat(house.pendingCredit().minor()).isEqualTo(8_300);
    }

    @Test
    void a_file_until_the_end_of_the_period_leaves_nothing_to_give_back() {
        Subscription subscription = house.running("startup");
        lend(subscription, "2026-10-02T00:00:00Z");
        house.travel("2026-09-11T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.pendingCredit().isZero()).isTrue();
    }

    @Test
    void a_file_that_was_given_back_or_is_over_costs_nothing() {
        Subscription subscription = house.running("startup");
        lend(subscription, "2026-09-21T00:00:00Z").giveBack(START);
        lend(subscription, "2026-09-10T00:00:00Z");
        house.travel("2026-09-11T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.pendingCredit().minor()).isEqualTo(16_600);
    }

    @Test
    void a_lost_file_counts_like_a_living_one() {
        Subscription subscription = house.running("startup");
        lend(subscription, "2026-09-21T00:00:00Z").writeOff("lost", START);
        house.travel("2026-09-11T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.pendingCredit().minor()).isEqualTo(8_300);
    }

    @Test
    void a_quote_that_a_file_has_overtaken_is_not_confirmed() {
        Subscription subscription = house.running("startup");
        house.travel("2026-09-11T00:00:00Z");
        QuoteView quote = house.quotes.quoteCancellation(subscription.id());
        lend(subscription, "2026-09-21T00:00:00Z");
        DomainException refused = catchThrowableOfType(
                DomainException.class, () -> house.cancellations.cancelQuoted(subscription.id(), quote.id(), null));
        assertThat(refused.refusal()).isEqualTo(CheckoutRefusal.QUOTE_EXPIRED);
    }

    @Test
    void an_unpaid_period_is_due_until_the_end_of_the_file() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        house.transfer(house.lastInvoice());
        house.travel("2026-10-01T12:00:00Z");
        lend(subscription, "2026-10-02T00:00:00Z");
        house.cancelNow(subscription);
        assertThat(house.lastPeriod().amountDue().minor()).isEqualTo(24_900 - 24_097);
    }

    @Test
    void nothing_is_given_back_at_once_for_less_than_the_file_says() {
        Subscription subscription = house.running("startup");
        lend(subscription, "2026-09-21T00:00:00Z");
        house.travel("2026-09-11T00:00:00Z");
        DomainException refused = catchThrowableOfType(
                DomainException.class, () -> house.change(subscription, "maker", ChangeTiming.NOW));
        assertThat(refused.refusal()).isEqualTo(CheckoutRefusal.OFFLINE_LICENSE_LIVES);
        assertThat(house.change(subscription, "maker", ChangeTiming.PERIOD_END)
                        .subscription()
                        .status())
                .isNotNull();
        house.travel("2026-09-21T00:00:00Z");
        house.change(subscription, "maker", ChangeTiming.NOW);
    }

    @Test
    void a_period_counts_as_paid_while_no_invoice_for_it_is_open() {
        Subscription subscription = house.row(house.order("startup", Collection.WIRE));
        assertThat(sold.of(subscription.licenseId()))
                .as("not started")
                .isEqualTo(PaidTime.until(subscription.orderedAt()));
        house.transfer(house.lastInvoice());
        assertThat(sold.of(subscription.licenseId())).isEqualTo(PaidTime.until(Instant.parse("2026-10-01T00:00:00Z")));
        house.travel("2026-09-20T00:00:00Z");
        assertThat(sold.of(subscription.licenseId()))
                .as("the next one is invoiced already")
                .isEqualTo(PaidTime.until(Instant.parse("2026-10-01T00:00:00Z")));
        house.travel("2026-10-01T00:00:00Z");
        assertThat(sold.of(subscription.licenseId()))
                .as("the next one has begun and is not paid")
                .isEqualTo(PaidTime.until(Instant.parse("2026-10-01T00:00:00Z")));
        house.transfer(house.lastPeriod());
        assertThat(sold.of(subscription.licenseId())).isEqualTo(PaidTime.until(Instant.parse("2026-11-01T00:00:00Z")));
        assertThat(sold.of(new UUID(1, 1))).isEqualTo(PaidTime.NOT_SOLD);
    }

    private OfflineLicense lend(Subscription subscription, String until) {
        UUID number = new UUID(
                7,
                house.offlineRows.outstanding(subscription.licenseId(), START).size() + 1L);
        Activation request = new Activation(
                "plant-1",
                "node-" + number,
                SeatClass.PRODUCTION,
                "1",
                LocalDate.parse("2026-01-01"),
                "boot",
                "h".repeat(43),
                null,
                null,
                "-");
        Instance seat = Instance.neverOnline(
                number,
                subscription.licenseId(),
                BillingHouse.PRODUCT,
                request,
                new LeaseTerms(Duration.ZERO, null),
                START);
        OfflineLicense file = new OfflineLicense(
                new UUID(
                        8,
                        number.getLeastSignificantBits() + house.clock.instant().getEpochSecond()),
                seat,
                new OfflineTerms(START, Instant.parse(until), 0),
                new OfflineBinding("deployment", "plant-1"),
                null,
                null,
                "token");
        house.offlineRows.add(file);
        return file;
    }
}
