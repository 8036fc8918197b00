package org.chancery.model.checkout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chancery.model.time.BillingPeriod;

/** Quotes without a database. */
public class InMemoryQuotes implements Quotes {

    private final Map<UUID, Quote> rows = new LinkedHashMap<>();

    @Override
    public void add(Quote quote) {
        rows.put(quote.id(), quote);
    }

    @Override
    public Optional<UUID> accountOf(UUID id) {
        return Optional.ofNullable(rows.get(id)).flatMap(Quote::accountId);
    }

    @Override
    public Optional<BillingPeriod> periodOf(UUID id) {
        return Optional.ofNullable(rows.get(id)).map(quote -> quote.asked().billingPeriod());
    }

    @Override
    public Optional<Quote> findLocked(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }
}
