package org.chancery.service.checkout;

import java.util.UUID;
import org.chancery.model.checkout.Quote;
import org.chancery.model.platform.NotFoundException;
import org.jspecify.annotations.Nullable;

/** What a quote asked for, as it is asked for again when it is confirmed. */
final class QuotedWishes {

    private QuotedWishes() {}

    static Choice order(@Nullable UUID account, Quote.Asked asked) {
        return new Choice(
                account,
                asked.productCode(),
                asked.planCode(),
                asked.billingPeriod(),
                asked.currency().getCurrencyCode(),
                asked.addOns(),
                asked.coupon());
    }

    static ChangeWish change(Quote.Asked asked) {
        UUID subscription = asked.subscriptionId();
        if (subscription == null) {
            throw new NotFoundException("subscription", "of the quote");
        }
        return new ChangeWish(
                subscription, asked.planCode(), asked.billingPeriod(), asked.addOns(), asked.when(), asked.invoice());
    }
}
