package org.chancery.service.checkout;

import java.time.Instant;
import java.util.UUID;
import org.chancery.model.account.Account;
import org.chancery.model.subscription.Subscription;

/**
 * A subscription that nothing happens to before somebody has looked.
 *
 * @param company whose; may be empty
 * @param planName as it is called now
 * @param since when its step failed
 */
public record ParkedSubscription(UUID id, UUID accountId, String company, String planName, Instant since) {

    static ParkedSubscription of(Subscription subscription, Account account) {
        return new ParkedSubscription(
                subscription.id(),
                account.id(),
                account.details().company(),
                subscription.planItem().name(),
                subscription.parkedAt().orElseThrow());
    }
}
